// Puts the third-party files the pages load next to our own, so that everything comes from our own address.
// Usage: node build.mjs <classes directory>. npm runs only when the lock file has changed since the last time.
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, 'node_modules');
const assets = join(process.argv[2], 'static', 'assets');
const letterFonts = join(process.argv[2], 'letters', 'fonts');

function install() {
    const lock = createHash('sha256').update(readFileSync(join(here, 'package-lock.json'))).digest('hex');
    const mark = join(modules, '.installed-lock');
    if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) {
        return;
    }
    execSync('npm ci --ignore-scripts --no-audit --no-fund', { cwd: here, stdio: 'inherit' });
    writeFileSync(mark, lock);
}

function copy(from, to, folder = assets) {
    const target = join(folder, to);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(modules, from), target);
}

// Norwegian and Sámi letters are in latin and latin-ext; the package's own style sheet would pull in seven scripts.
function interStyle() {
    const wanted = ['latin', 'latin-ext'];
    const weights = ['400', '500', '600'];
    return weights.map((weight) => {
        const faces = readFileSync(join(modules, '@fontsource/inter', `${weight}.css`), 'utf8').match(/@font-face\s*{[^}]*}/g);
        return wanted.map((subset) => {
            const file = `inter-${subset}-${weight}-normal.woff2`;
            copy(`@fontsource/inter/files/${file}`, `inter/${file}`);
            return faces.find((face) => face.includes(file)).replace(/src:[^;]*;/, `src: url(${file}) format('woff2');`);
        }).join('\n');
    }).join('\n');
}

install();
copy('@digdir/designsystemet-css/dist/src/index.css', 'designsystemet.css');
copy('@digdir/designsystemet-css/dist/theme/designsystemet.css', 'designsystemet-theme.css');
copy('bpmn-js/dist/bpmn-navigated-viewer.production.min.js', 'bpmn/viewer.js');
copy('bpmn-js/dist/assets/bpmn-js.css', 'bpmn/bpmn-js.css');
copy('bpmn-js/dist/assets/diagram-js.css', 'bpmn/diagram-js.css');
mkdirSync(join(assets, 'inter'), { recursive: true });
writeFileSync(join(assets, 'inter', 'inter.css'), interStyle());
// A letter as PDF carries its fonts inside, from TrueType files; DejaVu has the letters and signs that Inter lacks.
copy('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf', 'inter-400.ttf', letterFonts);
copy('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf', 'inter-600.ttf', letterFonts);
copy('dejavu-fonts-ttf/ttf/DejaVuSans.ttf', 'dejavu-400.ttf', letterFonts);
copy('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf', 'dejavu-600.ttf', letterFonts);
