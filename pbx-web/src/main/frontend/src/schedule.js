// The editor of weekly hours: adding and removing intervals, and copying Monday to the other working days.
export function schedule() {
  document.addEventListener('click', (event) => {
    const week = event.target.closest('[data-week]');
    if (!week) {
      return;
    }
    const day = event.target.closest('[data-day]');
    if (event.target.closest('[data-interval-add]')) {
      add(day).querySelector('[name=opens]').focus();
    } else if (event.target.closest('[data-interval-remove]')) {
      remove(day, event.target.closest('.interval'));
    } else if (event.target.closest('[data-week-copy]')) {
      for (const other of ['tuesday', 'wednesday', 'thursday', 'friday']) {
        copy(week.querySelector('[data-day=monday]'), week.querySelector(`[data-day=${other}]`));
      }
    }
  });
}

function add(day) {
  const rows = day.querySelector('.intervals');
  const fresh = rows.lastElementChild.cloneNode(true);
  fresh.querySelector('.problem')?.remove();
  for (const field of fresh.querySelectorAll('.clock')) {
    field.value = '';
    field.classList.remove('is-invalid');
  }
  rows.append(fresh);
  return fresh;
}

// The last row stays, empty: that is how a closed day looks.
function remove(day, row) {
  if (row.parentElement.childElementCount > 1) {
    row.remove();
  } else {
    row.querySelector('.problem')?.remove();
    for (const field of row.querySelectorAll('.clock')) {
      field.value = '';
      field.classList.remove('is-invalid');
    }
  }
  day.querySelector('[data-interval-add]').focus();
}

function copy(from, to) {
  const rows = to.querySelector('.intervals');
  while (rows.childElementCount > 1) {
    rows.lastElementChild.remove();
  }
  const wanted = [...from.querySelectorAll('.interval')];
  while (rows.childElementCount < wanted.length) {
    add(to);
  }
  wanted.forEach((row, at) => {
    for (const name of ['opens', 'closes']) {
      rows.children[at].querySelector(`[name=${name}]`).value = row.querySelector(`[name=${name}]`).value;
    }
  });
}
