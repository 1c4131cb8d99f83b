import { clock, timeOfDay } from './words.js';

// Agents in the order of their states; who is not signed in is only counted.
const ORDER = ['free', 'talking', 'ringing', 'wrap_up', 'paused', 'set_aside', 'other_call', 'unreachable'];
const ICONS = { free: 'circle-check', talking: 'phone-call', ringing: 'bell-ringing', wrap_up: 'writing', paused: 'player-pause', set_aside: 'hourglass',
  other_call: 'phone', unreachable: 'plug-connected-x' };
const WORDLESS = ['free', 'talking'];

export function rank(agent) {
  return ORDER.indexOf(agent.s);
}

// One queue's tile: made once, then only what changed is written into it.
export class Tile {
  constructor(queue, agents, board, say) {
    this.queue = queue;
    this.say = say;
    this.pillTemplate = board.querySelector('template[data-pill]');
    this.alertTemplate = board.querySelector('template[data-alert]');
    this.element = board.querySelector('template[data-tile]').content.firstElementChild.cloneNode(true);
    this.element.dataset.queueId = queue.id;
    this.fields = Object.fromEntries([...this.element.querySelectorAll('[data-f]')].map((field) => [field.dataset.f, field]));
    this.agents = queue.m.map((place) => agents[place]);
    this.pills = new Map(this.agents.map((agent) => [agent, this.pill(agent)]));
    this.write();
    this.agents.forEach((agent) => this.writePill(agent));
    this.order();
  }

  pill(agent) {
    const pill = this.pillTemplate.content.firstElementChild.cloneNode(true);
    pill.firstElementChild.dataset.agentId = agent.id;
    pill.querySelector('.pill-name').textContent = agent.n;
    return pill;
  }

  write() {
    const { queue, fields, say } = this;
    text(fields.n, queue.n);
    text(fields.w, queue.w);
    text(fields.b, queue.b ? say('callbacks', queue.b) : '');
    fields.b.hidden = !queue.b;
    text(fields.sl, queue.sl === null ? '–' : say('percent', queue.sl));
    text(fields.g, say('target', queue.g, queue.gs));
    text(fields.an, queue.an);
    text(fields.ab, queue.ab);
    text(fields.h, queue.h === null ? '–' : clock(queue.h));
    fields.bar.style.setProperty('inline-size', `${queue.sl ?? 0}%`);
    fields.mark.style.setProperty('inset-inline-start', `${queue.g}%`);
    this.element.classList.toggle('is-under', queue.sl !== null && queue.sl < queue.g);
    this.element.classList.toggle('is-alert', queue.al.length > 0);
    this.element.classList.toggle('is-waiting', queue.w > 0);
    this.writeAlerts();
  }

  writeAlerts() {
    const key = JSON.stringify(this.queue.al);
    if (this.shownAlerts === key) {
      return;
    }
    this.shownAlerts = key;
    this.fields.al.replaceChildren(...this.queue.al.map(([kind, since]) => {
      const alert = this.alertTemplate.content.firstElementChild.cloneNode(true);
      alert.querySelector('b').textContent = this.say(`alert.${kind}`);
      alert.querySelector('small').textContent = this.say('since', timeOfDay(since));
      return alert;
    }));
  }

  writePill(agent) {
    const pill = this.pills.get(agent);
    const button = pill.firstElementChild;
    button.className = `pill pill-${agent.s}`;
    const use = button.querySelector('use');
    use.setAttribute('href', `${use.dataset.icons}#${ICONS[agent.s] ?? 'circle-dashed'}`);
    const word = agent.s === 'paused' && agent.r ? agent.r : this.say(`status.${agent.s}`);
    const shown = button.querySelector('.pill-word');
    text(shown, word);
    shown.classList.toggle('visually-hidden', WORDLESS.includes(agent.s));
    button.title = [agent.n, word, agent.c].filter(Boolean).join(' · ');
    pill.hidden = agent.s === 'signed_out';
  }

  // Put in place where it does not stand already, so that nothing moves that need not.
  order() {
    const wanted = this.agents.filter((agent) => agent.s !== 'signed_out')
      .sort((one, other) => rank(one) - rank(other) || one.n.localeCompare(other.n));
    place(this.fields.pills, wanted.map((agent) => this.pills.get(agent)));
    const out = this.agents.length - wanted.length;
    text(this.fields.out, this.agents.length === 0 ? this.say('nobody') : this.say('out', out));
    this.fields.out.hidden = out === 0 && this.agents.length > 0;
  }

  tick(now) {
    const { queue, fields } = this;
    text(fields.o, queue.o === null ? '–' : clock(Math.max(0, Math.floor(now - queue.o))));
    for (const [agent, pill] of this.pills) {
      if (agent.s !== 'signed_out' && agent.t !== null) {
        text(pill.querySelector('.pill-time'), clock(Math.max(0, Math.floor(now - agent.t))));
      }
    }
  }

  // The more in trouble, the further in front.
  need(now) {
    const { queue } = this;
    const wait = queue.o === null ? 0 : now - queue.o;
    const under = queue.sl !== null && queue.sl < queue.g ? 1 : 0;
    return [queue.al.filter(([kind]) => kind !== 'service_level').length, queue.al.length, queue.w > 0 ? 1 : 0, Math.floor(wait / 10), under];
  }
}

export function text(element, words) {
  const wanted = String(words);
  if (element.textContent !== wanted) {
    element.textContent = wanted;
  }
}

// Children in this order; those that stand right are not touched, and those that are no longer wanted leave.
export function place(parent, wanted) {
  const keep = new Set(wanted);
  [...parent.children].filter((child) => !keep.has(child)).forEach((child) => child.remove());
  wanted.forEach((child, at) => {
    if (parent.children[at] !== child) {
      parent.insertBefore(child, parent.children[at] ?? null);
    }
  });
}
