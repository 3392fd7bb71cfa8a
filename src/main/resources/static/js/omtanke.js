// Small comforts. No page needs this file to work.

/** Takes the reader to what must be mended, so that a screen reader says it first. */
function focusSummary() {
    document.querySelector('[data-focus]')?.focus();
}

const watched = new WeakSet();

/** A long list is many fields: without attachments they go as one line, as the form itself sends them. */
function body(form, data) {
    return form.enctype === 'multipart/form-data' ? data : new URLSearchParams(data);
}

/**
 * A form with data-autosave sends what is typed (action=save, header X-Autosave) after a pause. The server answers 204,
 * or 409 with words when somebody else was ahead; anything else, such as a sign-in page after a long lunch, counts as not
 * saved and is said in words.
 */
function autosave(form) {
    if (watched.has(form)) {
        return;
    }
    watched.add(form);
    const status = form.querySelector('[data-autosave-status]');
    let waiting;

    async function save() {
        // Shown anew meanwhile: the new form keeps watch over itself.
        if (!form.isConnected) {
            return;
        }
        const data = new FormData(form);
        for (const input of form.querySelectorAll('input[type=file]')) {
            data.delete(input.name);
        }
        data.set('action', 'save');
        let words = status?.dataset.unsaved;
        try {
            // Not form.action: that is one of our buttons, which all are called «action».
            const address = form.getAttribute('action') || location.href;
            const answer = await fetch(address, { method: 'POST', body: body(form, data), headers: { 'X-Autosave': 'true' } });
            if (answer.status === 204) {
                words = status?.dataset.saved;
                const revision = form.elements.namedItem('_revision');
                if (revision && answer.headers.has('X-Revision')) {
                    revision.value = answer.headers.get('X-Revision');
                }
            } else if (answer.status === 409) {
                words = (await answer.text()) || words;
            }
        } catch {
            // Said below.
        }
        if (status) {
            status.textContent = words;
        }
    }

    form.addEventListener('input', () => {
        clearTimeout(waiting);
        waiting = setTimeout(save, 3000);
    });
    form.addEventListener('submit', () => clearTimeout(waiting));
}

function start(root) {
    root.querySelectorAll('form[data-autosave]').forEach(autosave);
}

start(document);
focusSummary();
document.addEventListener('htmx:load', (event) => start(event.detail.elt.parentNode ?? document));

/** A button that prints is of use only where there is a script to press it. */
for (const place of document.querySelectorAll('[data-print]')) {
    place.hidden = false;
    place.querySelector('button').addEventListener('click', () => window.print());
}
