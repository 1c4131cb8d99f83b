const CHOICE = 'switchboard-wallboard-sound';

// Two short tones when a queue gets into trouble, where the viewer wants that. Browsers allow sound only after a click.
export function sound(button) {
  let context = null;
  let wanted = localStorage.getItem(CHOICE) === 'on';

  function show() {
    button.setAttribute('aria-pressed', String(wanted));
    button.classList.toggle('is-on', wanted);
  }

  function tone(hertz, from) {
    const oscillator = context.createOscillator();
    const volume = context.createGain();
    oscillator.frequency.value = hertz;
    volume.gain.setValueAtTime(0, context.currentTime + from);
    volume.gain.linearRampToValueAtTime(0.25, context.currentTime + from + 0.02);
    volume.gain.linearRampToValueAtTime(0, context.currentTime + from + 0.3);
    oscillator.connect(volume).connect(context.destination);
    oscillator.start(context.currentTime + from);
    oscillator.stop(context.currentTime + from + 0.32);
  }

  function ring() {
    if (!wanted) {
      return;
    }
    context ??= new AudioContext();
    tone(660, 0);
    tone(880, 0.22);
  }

  button.addEventListener('click', () => {
    wanted = !wanted;
    localStorage.setItem(CHOICE, wanted ? 'on' : 'off');
    show();
    ring();
  });
  show();
  return ring;
}
