// The keys that work on every page.
export function keys() {
  const help = document.querySelector('[data-keys]');
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, textarea, select, [contenteditable]');
    if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) {
      return;
    }
    if (event.key === '/') {
      const search = document.querySelector('[data-search]');
      if (search) {
        event.preventDefault();
        search.focus();
        search.select();
      }
    } else if (event.key === '?' && help) {
      event.preventDefault();
      help.showModal();
    }
  });
}
