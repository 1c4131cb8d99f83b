// Choosing where a call goes next (templates/destination.html). Without this script the text is a plain field, and the
// server finds the thing by its number or name. With it the text is a combobox: ARIA Authoring Practices, "Editable Combobox
// With List Autocomplete".
export function pickers() {
  dressAll();
  document.addEventListener('htmx:afterSwap', dressAll);
  document.addEventListener('pickers-added', dressAll);
}

function dressAll() {
  document.querySelectorAll('[data-picker]:not([data-dressed])').forEach(dress);
}

const KINDS_WITHOUT_LIST = ['', 'outside_number'];

function dress(picker) {
  picker.dataset.dressed = '';
  const kind = picker.querySelector('select');
  const part = picker.querySelector('[data-picker-text]');
  const text = part.querySelector('input');
  const list = part.querySelector('[role=listbox]');
  const id = part.querySelector('[data-picker-id]');
  const was = part.querySelector('[data-picker-was]');
  const icon = picker.querySelector('[data-picker-icon]');
  let asked = null;
  let timer;

  const searches = () => !KINDS_WITHOUT_LIST.includes(kind.value) && wantsText();
  const wantsText = () => kind.selectedOptions[0].hasAttribute('data-wants-text');
  const options = () => [...list.querySelectorAll('[role=option]:not([aria-disabled])')];
  const current = () => options().findIndex((option) => option.getAttribute('aria-selected') === 'true');

  function show() {
    const chosen = kind.selectedOptions[0];
    icon.setAttribute('href', icon.getAttribute('href').replace(/#.*/, `#${chosen.dataset.icon}`));
    part.hidden = !wantsText();
    text.placeholder = chosen.dataset.placeholder ?? '';
    if (searches()) {
      text.setAttribute('role', 'combobox');
      text.setAttribute('aria-autocomplete', 'list');
      text.setAttribute('aria-controls', list.id);
      text.setAttribute('aria-expanded', 'false');
    } else {
      ['role', 'aria-autocomplete', 'aria-controls', 'aria-expanded'].forEach((name) => text.removeAttribute(name));
    }
  }

  function close() {
    asked?.abort();
    clearTimeout(timer);
    list.hidden = true;
    text.removeAttribute('aria-activedescendant');
    if (searches()) {
      text.setAttribute('aria-expanded', 'false');
    }
  }

  function point(index) {
    options().forEach((option, at) => {
      option.id = `${list.id}-${at}`;
      option.setAttribute('aria-selected', String(at === index));
      if (at === index) {
        option.scrollIntoView({ block: 'nearest' });
        text.setAttribute('aria-activedescendant', option.id);
      }
    });
  }

  async function search(words) {
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(`${picker.dataset.search}?${new URLSearchParams({ kind: kind.value, q: words })}`, { signal: asked.signal });
      if (!answer.ok) {
        throw new Error(`the search answered ${answer.status}`);
      }
      list.innerHTML = await answer.text();
      list.hidden = false;
      text.setAttribute('aria-expanded', 'true');
      point(words === '' ? -1 : 0);
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        close();
        document.dispatchEvent(new CustomEvent('htmx:sendError'));
      }
    }
  }

  function take(name, itsId) {
    text.value = name;
    was.value = name;
    id.value = itsId;
    text.classList.remove('is-invalid');
    close();
    picker.dispatchEvent(new CustomEvent('picked', { bubbles: true }));
  }

  function choose(option) {
    if (!option) {
      return;
    }
    if (option.hasAttribute('data-make')) {
      const words = text.value === was.value ? '' : text.value;
      close();
      make(picker, `${picker.dataset.new}?${new URLSearchParams({ kind: kind.value, q: words })}`, text, take);
    } else {
      take(option.dataset.name, option.dataset.id);
    }
  }

  kind.addEventListener('change', () => {
    text.value = '';
    was.value = '';
    id.value = '';
    close();
    show();
    picker.dispatchEvent(new CustomEvent('picked', { bubbles: true }));
    if (!part.hidden) {
      text.focus();
    }
  });
  text.addEventListener('focus', () => searches() && text.value === '' && search(''));
  text.addEventListener('click', () => searches() && list.hidden && search(text.value === was.value ? '' : text.value));
  text.addEventListener('input', () => {
    if (searches()) {
      clearTimeout(timer);
      timer = setTimeout(() => search(text.value), 90);
    }
  });
  text.addEventListener('blur', () => close());
  text.addEventListener('keydown', (event) => {
    if (!searches()) {
      return;
    }
    const all = options();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) {
        search(text.value === was.value ? '' : text.value);
      } else if (all.length) {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        point((Math.max(current(), step === 1 ? -1 : 0) + step + all.length) % all.length);
      }
    } else if (event.key === 'Enter' && !list.hidden) {
      event.preventDefault();
      choose(all[current()]);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  // Before the text loses the focus, which would close the list.
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
    choose(event.target.closest('[role=option]:not([aria-disabled])'));
  });
  show();
}

// The small form of a new thing, in a dialog of its own: forms cannot stand in one another.
function make(picker, address, back, take) {
  const dialog = document.createElement('dialog');
  dialog.className = 'ask picker-dialog';
  dialog.setAttribute('aria-labelledby', 'picker-new-title');
  const body = document.createElement('div');
  dialog.append(body);
  document.body.append(dialog);
  dialog.addEventListener('close', () => {
    dialog.remove();
    back.focus();
  });
  dialog.addEventListener('htmx:afterSwap', () => {
    const made = dialog.querySelector('[data-made]');
    if (made) {
      take(made.dataset.name, made.dataset.id);
      dialog.close();
    } else {
      if (!dialog.open) {
        dialog.showModal();
      }
      (dialog.querySelector('.is-invalid') ?? dialog.querySelector('input:not([type=hidden]), textarea'))?.focus();
    }
  });
  window.htmx.ajax('GET', address, { target: body, swap: 'innerHTML' });
}
