// Draws the way a case took. The list and the table on the page say the same in words.

const SMALLEST_READABLE = 0.55;
const area = document.querySelector('[data-drawing]');

function mark(viewer, path) {
    const canvas = viewer.get('canvas');
    const overlays = viewer.get('overlays');
    const elements = viewer.get('elementRegistry');
    for (const step of path.steps.filter((s) => elements.get(s.id))) {
        canvas.addMarker(step.id, 'om-taken');
        if (step.open) {
            canvas.addMarker(step.id, 'om-here');
        }
        const count = document.createElement('div');
        count.className = 'om-times-taken';
        count.textContent = step.count;
        overlays.add(step.id, { position: { top: -10, right: 10 }, html: count });
    }
    for (const flow of path.flows.filter((id) => elements.get(id))) {
        canvas.addMarker(flow, 'om-taken');
    }
}

/** The whole model where that can be read, else its beginning in a size that can. */
function begin(viewer) {
    const canvas = viewer.get('canvas');
    canvas.zoom('fit-viewport', 'auto');
    if (canvas.zoom() >= SMALLEST_READABLE) {
        return;
    }
    const first = viewer.get('elementRegistry').filter((e) => e.type === 'bpmn:StartEvent').sort((a, b) => a.x - b.x)[0];
    canvas.zoom(0.8);
    const seen = canvas.viewbox();
    canvas.viewbox({
        x: first.x - 40,
        y: first.y + first.height / 2 - seen.height / 2,
        width: seen.width,
        height: seen.height,
    });
}

function tools(viewer) {
    const canvas = viewer.get('canvas');
    const actions = {
        in: () => canvas.zoom(Math.min(canvas.zoom() * 1.25, 4)),
        out: () => canvas.zoom(Math.max(canvas.zoom() / 1.25, 0.1)),
        whole: () => canvas.zoom('fit-viewport', 'auto'),
        begin: () => begin(viewer),
    };
    for (const button of document.querySelectorAll('[data-zoom]')) {
        button.addEventListener('click', actions[button.dataset.zoom]);
    }
    for (const tool of document.querySelectorAll('[data-drawing-tools]')) {
        tool.hidden = false;
    }
}

async function get(address) {
    const answer = await fetch(address);
    if (!answer.ok) {
        throw new Error(`${answer.status}`);
    }
    return answer;
}

async function draw() {
    // The wheel keeps moving the page: nobody gets stuck in the drawing.
    const viewer = new window.BpmnJS({ container: area, zoomScroll: { enabled: false } });
    const [model, path] = await Promise.all([
        get(area.dataset.model).then((answer) => answer.text()),
        get(area.dataset.path).then((answer) => answer.json()),
    ]);
    area.hidden = false;
    await viewer.importXML(model);
    mark(viewer, path);
    begin(viewer);
    tools(viewer);
    area.dataset.drawn = 'true';
}

if (area) {
    document.querySelector('[data-drawing-without]').hidden = true;
    draw().catch(() => {
        area.hidden = true;
        document.querySelector('[data-drawing-failed]').hidden = false;
    });
}
