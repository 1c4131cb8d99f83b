// Forms with data-ask are sent only after the question has been answered. Used where undo is impossible.
export function asking() {
  const dialog = document.querySelector('[data-ask]:is(dialog)');
  if (!dialog) {
    return;
  }
  const yes = dialog.querySelector('[data-ask-yes]');
  let agreed = null;
  let pending = null;

  // Capture: before htmx or the browser send the form.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.dataset.ask || agreed === form) {
      agreed = null;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    pending = form;
    dialog.querySelector('[data-ask-text]').textContent = form.dataset.ask;
    yes.textContent = form.dataset.yes;
    dialog.showModal();
  }, true);

  yes.addEventListener('click', () => {
    dialog.close();
    agreed = pending;
    pending.requestSubmit();
  });
  dialog.querySelector('[data-ask-no]').addEventListener('click', () => dialog.close());
}
