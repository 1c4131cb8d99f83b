// The player of a recording: its picture shows how far it is and can be clicked to jump, and buttons change the speed.
export function recordings() {
  document.addEventListener('click', (event) => {
    const recording = event.target.closest('[data-recording]');
    const audio = recording?.querySelector('audio');
    const speed = event.target.closest('[data-speed]');
    const picture = event.target.closest('[data-waveform]');
    if (audio && speed) {
      audio.defaultPlaybackRate = Number(speed.dataset.speed);
      audio.playbackRate = audio.defaultPlaybackRate;
      recording.querySelectorAll('[data-speed]').forEach((one) => one.setAttribute('aria-pressed', String(one === speed)));
    }
    if (audio && picture) {
      const box = picture.getBoundingClientRect();
      jump(audio, Number(recording.dataset.seconds) * (event.clientX - box.left) / box.width);
    }
  });
  // Media events do not bubble, but they can be caught on their way down.
  document.addEventListener('timeupdate', (event) => {
    const recording = event.target.closest?.('[data-recording]');
    recording?.querySelector('[data-heard]').setAttribute('width', String(1000 * event.target.currentTime / Number(recording.dataset.seconds)));
  }, true);
}

// Before the first sound has come there is no time to jump to.
function jump(audio, seconds) {
  if (audio.readyState > 0) {
    audio.currentTime = seconds;
    audio.play();
  } else {
    audio.addEventListener('loadedmetadata', () => { audio.currentTime = seconds; }, { once: true });
    audio.play();
  }
}
