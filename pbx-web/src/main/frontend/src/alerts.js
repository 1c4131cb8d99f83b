const ASK = 5_000;
const SHOWN = 'switchboard-alerts-shown';
const MOST_REMEMBERED = 200;

// Notices about queues in trouble, on every page of those who supervise them. Each is shown once, whatever page one is on.
export function alerts() {
  const box = document.querySelector('[data-alerts]');
  if (!box) {
    return;
  }

  function remembered() {
    return JSON.parse(sessionStorage.getItem(SHOWN) ?? '[]');
  }

  function show(notice) {
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'icon-button';
    close.setAttribute('aria-label', box.dataset.close);
    close.textContent = '×';
    const row = document.createElement('div');
    row.className = 'alert-row';
    row.append(notice, close);
    close.addEventListener('click', () => row.remove());
    box.append(row);
    setTimeout(() => row.matches(':hover, :focus-within') || row.remove(), 30_000);
  }

  async function ask() {
    if (document.hidden) {
      return;
    }
    try {
      const answer = await fetch(box.dataset.alerts, { headers: { 'HX-Request': 'true' }, redirect: 'error' });
      if (!answer.ok) {
        return;
      }
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelectorAll('[data-alert]');
      const known = remembered();
      fresh.forEach((notice) => {
        if (!known.includes(notice.dataset.alert)) {
          known.push(notice.dataset.alert);
          show(notice);
        }
      });
      sessionStorage.setItem(SHOWN, JSON.stringify(known.slice(-MOST_REMEMBERED)));
    } catch (offline) {
      // The next question comes soon; what the page itself cannot do is said where it is done.
      console.debug(offline);
    }
  }

  setInterval(ask, ASK);
  ask();
}
