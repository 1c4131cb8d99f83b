import { Idiomorph } from 'idiomorph';

const SILENCE = 25_000;

// Live calls: rows change in place, durations count, and a lost connection is said with the time of the last news.
export function live() {
  const box = document.querySelector('[data-live]');
  if (!box) {
    return;
  }
  const rows = box.querySelector('[data-live-rows]');
  const lost = box.querySelector('[data-lost]');
  const count = document.querySelector('[data-live-count]');
  let lastNews = Date.now();
  let ahead = serverAhead(rows);
  let waiting = null;

  function heard() {
    lastNews = Date.now();
    lost.hidden = true;
  }

  function missing() {
    if (lost.hidden) {
      const since = lost.querySelector('[data-lost-since]');
      since.dateTime = new Date(lastNews).toISOString();
      since.textContent = new Date(lastNews).toLocaleTimeString(document.documentElement.lang);
      lost.hidden = false;
    }
  }

  function show(html) {
    const fresh = new DOMParser().parseFromString(html, 'text/html').body;
    // Under the pointer no row may jump: those that ended stay, greyed, until the pointer leaves.
    waiting = rows.matches(':hover') && keepEnded(fresh) ? html : null;
    Idiomorph.morph(rows, fresh.innerHTML, { morphStyle: 'innerHTML' });
    ahead = serverAhead(rows);
    if (count) {
      count.textContent = fresh.querySelector('[data-count]')?.dataset.count ?? '0';
    }
    tick();
  }

  function keepEnded(fresh) {
    const ended = [...rows.querySelectorAll('tbody tr')].filter((row) => !fresh.querySelector(`#${CSS.escape(row.id)}`));
    if (ended.length === 0 || !fresh.querySelector('tbody')) {
      return false;
    }
    for (const row of ended) {
      const ghost = row.cloneNode(true);
      ghost.classList.add('is-ended');
      ghost.querySelector('[data-since]')?.removeAttribute('data-since');
      const before = row.previousElementSibling && fresh.querySelector(`#${CSS.escape(row.previousElementSibling.id)}`);
      if (before) {
        before.after(ghost);
      } else {
        fresh.querySelector('tbody').prepend(ghost);
      }
    }
    return true;
  }

  function tick() {
    for (const time of rows.querySelectorAll('[data-since]')) {
      const seconds = Math.max(0, Math.floor((Date.now() + ahead - Date.parse(time.dataset.since)) / 1000));
      time.textContent = clock(seconds);
    }
  }

  rows.addEventListener('htmx:sseBeforeMessage', (event) => {
    event.preventDefault();
    heard();
    if (event.detail.type === 'calls') {
      show(event.detail.data);
    }
  });
  rows.addEventListener('pointerleave', () => {
    if (waiting !== null) {
      show(waiting);
    }
  });
  document.addEventListener('htmx:sseOpen', heard);
  document.addEventListener('htmx:sseError', missing);
  setInterval(() => {
    tick();
    if (Date.now() - lastNews > SILENCE) {
      missing();
    }
  }, 1000);
  tick();
}

// The browser's clock may be wrong; durations count by the server's.
function serverAhead(rows) {
  const now = rows.querySelector('[data-now]')?.dataset.now;
  return now ? Date.parse(now) - Date.now() : 0;
}

function clock(seconds) {
  const two = (number) => String(number).padStart(2, '0');
  return seconds < 3600
    ? `${Math.floor(seconds / 60)}:${two(seconds % 60)}`
    : `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
