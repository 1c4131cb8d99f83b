// Files on their way: too large ones do not set out, and the others show how far they are.
export function uploads() {
  document.addEventListener('htmx:confirm', (event) => {
    const part = event.target.querySelector?.('[data-file]');
    const input = part?.querySelector('input[type=file]');
    if (!input) {
      return;
    }
    const tooLarge = input.files.length > 0 && input.files[0].size > Number(input.dataset.most);
    const problem = part.querySelector('[data-file-problem]');
    problem.hidden = !tooLarge;
    if (tooLarge) {
      problem.querySelector('span').textContent = input.dataset.tooLarge;
      event.preventDefault();
    }
  });
  document.addEventListener('htmx:xhr:progress', (event) => {
    const bar = event.target.querySelector?.('[data-file-progress]');
    if (bar && event.detail.lengthComputable && event.detail.total > 0) {
      bar.hidden = false;
      bar.value = Math.round((event.detail.loaded / event.detail.total) * 100);
    }
  });
}
