const SILENCE = 25_000;
const AGAIN = 3_000;

// The stream of news: reconnects by itself, also when the server answered with an error, and tells when it was lost and since when.
export function listen(address, hear, lost) {
  let lastNews = Date.now();
  let source;
  let timer;

  function heard() {
    lastNews = Date.now();
    lost(null);
  }

  function open() {
    source = new EventSource(address);
    source.onopen = heard;
    source.onerror = () => {
      lost(lastNews);
      // The browser itself tries again only while the connection was cut.
      if (source.readyState === EventSource.CLOSED) {
        clearTimeout(timer);
        timer = setTimeout(open, AGAIN);
      }
    };
    for (const kind of ['all', 'change', 'beat']) {
      source.addEventListener(kind, (event) => {
        heard();
        if (kind !== 'beat') {
          hear(kind, JSON.parse(event.data));
        }
      });
    }
  }

  open();
  setInterval(() => {
    if (Date.now() - lastNews > SILENCE) {
      lost(lastNews);
    }
  }, 1000);
  window.addEventListener('pagehide', () => source.close());
}
