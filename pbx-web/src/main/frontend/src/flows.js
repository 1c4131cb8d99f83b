// The forms of menus, ring groups and announcements. Without this script all keys and some empty rows are simply there.
export function flows() {
  dress();
  document.addEventListener('htmx:afterSwap', dress);
  document.addEventListener('change', (event) => {
    const select = event.target.closest('[data-prompt-select]');
    if (select) {
      hear(select);
    }
    if (event.target.closest('[data-strategy]')) {
      delays(event.target.closest('form'));
    }
  });
  document.addEventListener('click', (event) => {
    const key = event.target.closest('[data-key]');
    if (key) {
      openKey(key.closest('form'), key.dataset.key);
    }
    const keyOut = event.target.closest('[data-key-out]');
    if (keyOut) {
      closeKey(keyOut.closest('[data-key-row]'));
    }
    const add = event.target.closest('[data-member-add]');
    if (add) {
      addMember(add.closest('[data-members]'));
    }
    const member = event.target.closest('[data-member]');
    if (member) {
      moveMember(event.target, member);
    }
  });
  document.addEventListener('picked', (event) => {
    const form = event.target.closest('form');
    if (form?.querySelector('[data-keypad]')) {
      markKeys(form);
    }
  });
}

function dress() {
  document.querySelectorAll('[data-keypad][hidden]').forEach((keypad) => {
    const form = keypad.closest('form');
    keypad.hidden = false;
    form.querySelectorAll('.key-row.is-spare').forEach((row) => { row.hidden = true; });
    form.querySelectorAll('[data-key-out]').forEach((button) => { button.hidden = false; });
    markKeys(form);
  });
  document.querySelectorAll('[data-member-add][hidden]').forEach((add) => {
    const members = add.closest('[data-members]');
    add.hidden = false;
    members.querySelectorAll('[data-member-tools]').forEach((tools) => { tools.hidden = false; });
    const spare = [...members.querySelectorAll('.member.is-spare')];
    const rows = members.querySelectorAll('[data-member]').length;
    // One stays where there would be none at all.
    spare.slice(spare.length === rows ? 1 : 0).forEach((row) => row.remove());
    delays(members.closest('form'));
    members.querySelectorAll('[data-member]').forEach(draggable);
  });
}

function hear(select) {
  const player = select.closest('[data-prompt-field]').querySelector('[data-prompt-player]');
  const audio = select.selectedOptions[0].dataset.audio;
  player.hidden = !audio;
  if (audio) {
    player.src = audio;
  } else {
    player.removeAttribute('src');
  }
}

const row = (form, key) => [...form.querySelectorAll('[data-key-row]')].find((one) => one.dataset.keyRow === key);

function markKeys(form) {
  form.querySelectorAll('[data-key]').forEach((key) => {
    const its = row(form, key.dataset.key);
    key.classList.toggle('is-used', !its.hidden);
    key.setAttribute('aria-pressed', String(!its.hidden));
  });
  form.querySelector('[data-keys-none]').hidden = form.querySelector('[data-key-row]:not([hidden])') !== null;
}

function openKey(form, key) {
  const its = row(form, key);
  its.hidden = false;
  markKeys(form);
  its.querySelector('select').focus();
}

function closeKey(its) {
  const kind = its.querySelector('select');
  kind.value = '';
  kind.dispatchEvent(new Event('change', { bubbles: true }));
  its.hidden = true;
  const form = its.closest('form');
  markKeys(form);
  [...form.querySelectorAll('[data-key]')].find((one) => one.dataset.key === its.dataset.keyRow).focus();
}

function addMember(members) {
  const number = `n${Date.now().toString(36)}`;
  const added = members.querySelector('[data-member-blank]').content.firstElementChild.cloneNode(true);
  added.classList.remove('is-spare');
  added.querySelectorAll('[name], [id], [data-list]').forEach((part) => {
    ['name', 'id', 'data-list'].filter((name) => part.hasAttribute(name)).forEach((name) => {
      part.setAttribute(name, part.getAttribute(name).replace(/^([a-z]+[.-])blank/, `$1${number}`));
    });
  });
  added.querySelector('[data-member-tools]').hidden = false;
  members.querySelector('[data-member-rows]').append(added);
  draggable(added);
  document.dispatchEvent(new CustomEvent('pickers-added'));
  delays(members.closest('form'));
  const kind = added.querySelector('select');
  if (kind.querySelector('[value=extension]')) {
    kind.value = 'extension';
    kind.dispatchEvent(new Event('change', { bubbles: true }));
  } else {
    kind.focus();
  }
}

function moveMember(target, member) {
  const button = target.closest('button');
  if (button?.matches('[data-member-up]') && member.previousElementSibling) {
    member.previousElementSibling.before(member);
    button.focus();
  } else if (button?.matches('[data-member-down]') && member.nextElementSibling) {
    member.nextElementSibling.after(member);
    button.focus();
  } else if (button?.matches('[data-member-out]')) {
    const add = member.closest('[data-members]').querySelector('[data-member-add]');
    member.remove();
    add.focus();
  }
}

// By the number in front of the row; the fields stay free for selecting text.
function draggable(member) {
  member.addEventListener('pointerdown', (event) => { member.draggable = event.target === member; });
  member.addEventListener('dragstart', (event) => {
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', '');
    member.classList.add('is-dragged');
  });
  member.addEventListener('dragend', () => {
    member.draggable = false;
    member.classList.remove('is-dragged');
  });
  member.addEventListener('dragover', (event) => {
    const dragged = member.parentElement.querySelector('.is-dragged');
    if (dragged && dragged !== member) {
      event.preventDefault();
      const below = event.clientY > member.getBoundingClientRect().top + member.offsetHeight / 2;
      member[below ? 'after' : 'before'](dragged);
    }
  });
}

// Only where all ring together can some begin later.
function delays(form) {
  const strategy = form?.querySelector('[data-strategy]');
  if (strategy) {
    form.querySelectorAll('.member-delay').forEach((delay) => { delay.hidden = strategy.value !== 'ring_all'; });
  }
}
