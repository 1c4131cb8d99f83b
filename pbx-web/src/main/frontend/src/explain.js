// The question "what happens if…", and the dialog over a form whose change would break an assertion.
export function explain() {
  dress();
  document.addEventListener('htmx:afterSwap', dress);
  document.addEventListener('click', (event) => {
    const type = event.target.closest('[data-type]');
    if (type) {
      const field = document.getElementById(type.closest('[data-typing]').dataset.typing);
      field.value += type.dataset.type;
    }
    const empty = event.target.closest('[data-empty]');
    if (empty) {
      const field = document.getElementById(empty.dataset.empty);
      field.value = '';
      field.focus();
    }
  });
  document.addEventListener('htmx:beforeSwap', (event) => {
    if (event.detail.xhr.getResponseHeader('Pbx-Ask') === 'assertions') {
      event.detail.shouldSwap = false;
      event.detail.isError = false;
      ask(event.detail.xhr.responseText, event.detail.requestConfig.elt.closest('form'));
    }
  });
}

function dress() {
  document.querySelectorAll('[data-typing][hidden], [data-empty][hidden]').forEach((part) => { part.hidden = false; });
  // On a phone the list takes the drawing's place.
  if (window.matchMedia('(max-width: 48rem)').matches) {
    document.querySelectorAll('details.picture-list').forEach((list) => { list.open = true; });
  }
}

// The form stays as it is behind the dialog; agreeing sends it once more, with one field more.
function ask(html, form) {
  const dialog = document.createElement('dialog');
  dialog.className = 'ask broken-dialog';
  dialog.setAttribute('aria-labelledby', 'broken-title');
  dialog.innerHTML = html;
  document.body.append(dialog);
  dialog.addEventListener('close', () => dialog.remove());
  const no = dialog.querySelector('[data-broken-no]');
  no.hidden = false;
  no.addEventListener('click', () => dialog.close());
  if (form) {
    dialog.querySelector('form').addEventListener('submit', (event) => {
      event.preventDefault();
      dialog.close();
      const agreed = Object.assign(document.createElement('input'), { type: 'hidden', name: 'confirm', value: 'assertions' });
      form.append(agreed);
      form.requestSubmit();
      agreed.remove();
    });
  } else {
    const token = document.querySelector('input[name=_csrf]');
    if (token) {
      dialog.querySelector('form').append(token.cloneNode());
    }
  }
  dialog.showModal();
}
