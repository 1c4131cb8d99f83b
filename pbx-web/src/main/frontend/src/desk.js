import { Idiomorph } from 'idiomorph';
import { listen } from './wallboard/news.js';
import { clock, timeOfDay } from './wallboard/words.js';

// An agent's own page: drawn anew when something about him changes; what is being typed stays. Times count here.
export function desk() {
  const page = document.querySelector('[data-desk]');
  if (!page) {
    return;
  }
  const lost = document.querySelector('[data-lost]');
  let ahead = serverAhead();

  function serverAhead() {
    return Date.parse(page.querySelector('[data-clock]').dataset.clock) - Date.now();
  }

  async function draw() {
    const answer = await fetch(page.dataset.now, { headers: { 'HX-Request': 'true' } });
    if (!answer.ok) {
      return;
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').body.firstElementChild;
    const before = page.querySelector('.desk-call');
    const after = fresh.querySelector('.desk-call');
    const same = before !== null && after !== null && before.dataset.visit === after.dataset.visit;
    const typed = ['#note', '#disposition'].map((field) => [field, page.querySelector(field)?.value]);
    Idiomorph.morph(page, fresh.outerHTML, { morphStyle: 'innerHTML', ignoreActiveValue: true });
    if (same) {
      // What was typed or chosen is on its way to the server; the answer is older than it.
      typed.filter(([field, value]) => value !== undefined && page.querySelector(field) !== null)
        .forEach(([field, value]) => { page.querySelector(field).value = value; });
    }
    window.htmx.process(page);
    ahead = serverAhead();
    tick();
  }

  function tick() {
    const now = Date.now() + ahead;
    page.querySelectorAll('[data-since]').forEach((time) => {
      time.textContent = clock(Math.max(0, Math.floor((now - Date.parse(time.dataset.since)) / 1000)));
    });
    page.querySelectorAll('[data-until]').forEach((time) => {
      time.textContent = clock(Math.max(0, Math.ceil((Date.parse(time.dataset.until) - now) / 1000)));
    });
  }

  function missing(since) {
    lost.hidden = since === null;
    if (since !== null) {
      lost.querySelector('[data-lost-since]').textContent = timeOfDay(since / 1000);
    }
  }

  document.addEventListener('keydown', (event) => {
    if (event.target.closest('input, textarea, select, [contenteditable]') || event.ctrlKey || event.metaKey || event.altKey
        || document.querySelector('dialog[open]')) {
      return;
    }
    const key = event.key.toLowerCase();
    const action = [...page.querySelectorAll('[data-key-action]')].find((button) => button.dataset.keyAction === key);
    const field = page.querySelector(`[data-key-focus="${CSS.escape(key)}"]`);
    if (action) {
      event.preventDefault();
      action.click();
    } else if (field) {
      event.preventDefault();
      field.focus();
    }
  });
  listen(page.dataset.events, draw, missing);
  setInterval(tick, 1000);
}
