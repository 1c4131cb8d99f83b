// The words of the page's language, from the page.
export function wordsOf(board) {
  const words = {};
  for (const name of board.querySelectorAll('[data-words] dt')) {
    words[name.textContent] = name.nextElementSibling.textContent;
  }
  return (key, ...values) => (words[key] ?? key).replace(/\{(\d)\}/g, (_, at) => values[at]);
}

export function clock(seconds) {
  const two = (number) => String(number).padStart(2, '0');
  return seconds < 3600
    ? `${Math.floor(seconds / 60)}:${two(seconds % 60)}`
    : `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

// "since 10:05", by the viewer's clock.
export function timeOfDay(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString(document.documentElement.lang, { hour: 'numeric', minute: '2-digit' });
}
