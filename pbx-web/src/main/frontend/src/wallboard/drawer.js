// The panel of one agent or one queue. What it shows comes from the server; it is asked again when something in it has changed.
export function drawer(board) {
  const dialog = board.querySelector('[data-drawer]');
  const body = dialog.querySelector('[data-drawer-body]');
  let shown = null;
  let back = null;
  let timer = null;

  const address = () => `${shown.kind === 'agent' ? board.dataset.agent : board.dataset.queue}${shown.id}`;
  const busy = () => body.contains(document.activeElement) && document.activeElement.matches('select, input, textarea');

  async function load() {
    await window.htmx.ajax('GET', address(), { target: body, swap: 'innerHTML' });
    if (!dialog.open) {
      dialog.show();
      dialog.querySelector('[data-close]')?.focus();
    }
  }

  function open(kind, id, from) {
    shown = { kind, id };
    back = from;
    load();
  }

  document.addEventListener('click', (event) => {
    const pill = event.target.closest('[data-agent-id]');
    const name = event.target.closest('.tile-name');
    if (pill && board.contains(pill)) {
      open('agent', pill.dataset.agentId, pill);
    } else if (name && board.contains(name)) {
      open('queue', name.closest('[data-queue-id]').dataset.queueId, name);
    }
  });
  dialog.addEventListener('close', () => {
    shown = null;
    body.replaceChildren();
    back?.focus();
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      dialog.close();
    }
  });

  // Told of what has changed; asks at most once in a while, and never while somebody chooses in it.
  return (queues, agents) => {
    const touched = shown && (shown.kind === 'agent' ? agents : queues).has(shown.id);
    if (touched && timer === null) {
      timer = setTimeout(() => {
        timer = null;
        if (shown && !busy()) {
          load();
        }
      }, 400);
    }
  };
}
