import { clock, timeOfDay, wordsOf } from './words.js';
import { listen } from './news.js';
import { Tile, place, text } from './tile.js';
import { Wall } from './wall.js';
import { sound } from './sound.js';
import { drawer } from './drawer.js';

const CALM = 2_000;
// A phone is no wall.
const NARROW = 768;
const STATES = ['free', 'talking', 'ringing', 'wrap_up', 'paused'];

// The supervisor's wallboard. The server sends what changed; times count here.
export function wallboard() {
  const board = document.querySelector('[data-wallboard]');
  if (!board) {
    return;
  }
  const say = wordsOf(board);
  const list = board.querySelector('[data-tiles]');
  const total = Object.fromEntries([...board.querySelectorAll('[data-total] [data-f]')].map((field) => [field.dataset.f, field]));
  const said = board.querySelector('[data-said]');
  const lostBar = board.querySelector('[data-lost]');
  const wall = board.dataset.wall === 'true' && window.innerWidth >= NARROW ? new Wall(list, board.querySelector('[data-page]'), say) : null;
  const ring = sound(board.querySelector('[data-sound]'));
  const changed = drawer(board);
  let state = null;
  let tiles = [];
  let ahead = 0;
  let ordered = 0;

  document.body.classList.toggle('is-wall', wall !== null);

  const now = () => (Date.now() + ahead) / 1000;

  function all(news) {
    if (state !== null && things(state) === things(news)) {
      // The same after a lost connection: nothing is drawn anew, so nothing that is focused goes away.
      change(news);
      return;
    }
    state = news;
    ahead = news.now - Date.now();
    tiles = news.q.map((queue) => new Tile(queue, news.a, board, say));
    board.querySelector('[data-none]').hidden = tiles.length > 0;
    ordered = 0;
    totals();
    tick();
    changed(new Set(news.q.map((queue) => queue.id)), new Set(news.a.map((agent) => agent.id)));
  }

  function change(news) {
    ahead = news.now - Date.now();
    const agents = new Set();
    for (const one of news.a ?? []) {
      agents.add(Object.assign(state.a[one.i], one));
    }
    const queues = new Set();
    for (const one of news.q ?? []) {
      const queue = state.q[one.i];
      const before = queue.al;
      queues.add(Object.assign(queue, one).id);
      alarm(queue, before);
      tiles[one.i].write();
    }
    Object.assign(state.t, news.t ?? {});
    for (const tile of tiles) {
      const its = tile.agents.filter((agent) => agents.has(agent));
      its.forEach((agent) => tile.writePill(agent));
      if (its.length > 0 && !held(tile.element)) {
        tile.order();
      }
    }
    totals();
    tick();
    changed(queues, new Set([...agents].map((agent) => agent.id)));
  }

  // A new trouble is said to screen readers, and rung where that is wanted.
  function alarm(queue, before) {
    const fresh = queue.al.filter(([kind]) => !before.some(([other]) => other === kind));
    if (fresh.length > 0) {
      said.textContent = say('said', queue.n, fresh.map(([kind]) => say(`alert.${kind}`)).join(', '));
      ring();
    }
  }

  function totals() {
    const { t, a } = state;
    text(total.w, t.w);
    text(total.sl, t.sl === null ? '–' : say('percent', t.sl));
    text(total.an, t.an);
    text(total.ab, t.ab);
    text(total.h, t.h === null ? '–' : clock(t.h));
    const counts = STATES.map((status) => [status, a.filter((agent) => agent.s === status).length]).filter(([, count]) => count > 0);
    text(total.staff, counts.map(([status, count]) => `${count} ${say(`status.${status}`)}`).join(' · ') || '–');
  }

  // What is pointed at or focused stays where it is.
  const held = (element) => wall === null && (element.matches(':hover') || element.contains(document.activeElement));

  function order() {
    if (held(list) || Date.now() - ordered < CALM) {
      return;
    }
    ordered = Date.now();
    const moment = now();
    const needs = new Map(tiles.map((tile) => [tile, tile.need(moment)]));
    const wanted = [...tiles].sort((one, other) => compare(needs.get(other), needs.get(one)) || one.queue.n.localeCompare(other.queue.n));
    tiles.filter((tile) => !held(tile.element)).forEach((tile) => tile.order());
    const elements = wanted.map((tile) => tile.element);
    if (wall) {
      wall.show(elements);
      crowd();
    } else {
      place(list, elements);
    }
  }

  // On a wall nothing scrolls: pills that do not fit are counted instead.
  function crowd() {
    for (const tile of tiles.filter((one) => one.element.isConnected)) {
      const pills = [...tile.fields.pills.children];
      pills.forEach((pill) => { pill.hidden = false; });
      let hidden = 0;
      while (tile.element.scrollHeight > tile.element.clientHeight + 1 && pills.length > 0) {
        pills.pop().hidden = true;
        hidden += 1;
        text(tile.fields.out, say('more', hidden));
        tile.fields.out.hidden = false;
      }
    }
  }

  function tick() {
    const moment = now();
    tiles.forEach((tile) => tile.tick(moment));
    text(total.o, state.t.o === null ? '–' : clock(Math.max(0, Math.floor(moment - state.t.o))));
    order();
  }

  function lost(since) {
    lostBar.hidden = since === null;
    if (since !== null) {
      const time = lostBar.querySelector('[data-lost-since]');
      time.dateTime = new Date(since).toISOString();
      time.textContent = timeOfDay(since / 1000);
    }
  }

  all(JSON.parse(board.dataset.whole));
  listen(board.dataset.events, (kind, news) => (kind === 'all' ? all(news) : change(news)), lost);
  setInterval(tick, 1000);
  window.addEventListener('resize', () => { ordered = 0; });
}

// Which queues and agents there are, and who serves which.
const things = (news) => JSON.stringify([news.q.map(({ id, n, g, gs, m }) => [id, n, g, gs, m]), news.a.map(({ id, n }) => [id, n])]);

function compare(one, other) {
  const at = one.findIndex((value, place) => value !== other[place]);
  return at < 0 ? 0 : one[at] - other[at];
}
