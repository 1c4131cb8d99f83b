// Small things that pages need: copying, revealing a form, the navigation on a phone, and what went wrong on the way.
export function small() {
  const say = toast();

  document.addEventListener('click', async (event) => {
    const copy = event.target.closest('[data-copy]');
    if (copy) {
      await copyText(copy.dataset.copy);
      say(document.body.dataset.saidCopied, 'good');
    }
    const reveal = event.target.closest('[data-reveal]');
    if (reveal) {
      const part = document.getElementById(reveal.dataset.reveal);
      part.hidden = !part.hidden;
      reveal.setAttribute('aria-expanded', String(!part.hidden));
      if (!part.hidden) {
        part.querySelector('input').focus();
      }
    }
    if (event.target.closest('[data-nav-toggle]')) {
      const open = document.body.classList.toggle('is-nav-open');
      document.querySelector('.topbar [data-nav-toggle]').setAttribute('aria-expanded', String(open));
    }
    if (event.target.closest('[data-close]')) {
      event.target.closest('dialog').close();
    }
  });

  document.addEventListener('htmx:afterSwap', (event) => event.detail.elt.querySelector?.('[autofocus]')?.focus());
  document.addEventListener('htmx:sendError', () => say(document.body.dataset.saidOffline, 'bad'));
  document.addEventListener('htmx:responseError', (event) => {
    const reply = event.detail.xhr;
    say(reply.status === 409 && reply.responseText ? reply.responseText : document.body.dataset.saidBroken, 'bad');
  });
}

// The clipboard needs a secure origin; a portal on a company's own network may have none.
async function copyText(text) {
  if (window.isSecureContext) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}

function toast() {
  const box = document.querySelector('[data-toast]');
  let timer;
  return (words, kind) => {
    clearTimeout(timer);
    box.textContent = words;
    box.className = `toast is-shown is-${kind}`;
    box.hidden = false;
    timer = setTimeout(() => { box.hidden = true; }, kind === 'bad' ? 8000 : 2500);
  };
}
