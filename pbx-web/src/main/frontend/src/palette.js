// Ctrl-K: a few letters lead to a page or an extension. The list itself comes from the server.
export function palette() {
  const dialog = document.querySelector('[data-palette-dialog]');
  if (!dialog) {
    return;
  }
  const input = dialog.querySelector('input');
  const results = dialog.querySelector('#palette-results');
  const options = () => [...results.querySelectorAll('[role=option]:not([aria-disabled])')];

  function choose(index) {
    const all = options();
    all.forEach((option, at) => {
      const chosen = at === index;
      option.setAttribute('aria-selected', String(chosen));
      option.id = `palette-option-${at}`;
      if (chosen) {
        option.scrollIntoView({ block: 'nearest' });
      }
    });
    if (all[index]) {
      input.setAttribute('aria-activedescendant', `palette-option-${index}`);
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }

  function go(option) {
    if (option) {
      window.location.assign(option.dataset.href);
    }
  }

  function open() {
    document.body.classList.remove('is-nav-open');
    input.value = '';
    dialog.showModal();
    input.focus();
    input.dispatchEvent(new Event('palette-opened'));
  }

  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      if (!dialog.open) {
        open();
      }
    }
  });
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-palette]')) {
      open();
    } else if (event.target === dialog) {
      dialog.close();
    }
  });
  results.addEventListener('htmx:afterSwap', () => choose(0));
  results.addEventListener('click', (event) => go(event.target.closest('[data-href]')));
  input.addEventListener('keydown', (event) => {
    const all = options();
    const now = all.findIndex((option) => option.getAttribute('aria-selected') === 'true');
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      choose((now + step + all.length) % Math.max(1, all.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      go(all[now]);
    }
  });
}
