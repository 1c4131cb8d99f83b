// Loaded before the page is drawn: light or dark as the system says, and follows it when it changes.
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const apply = () => document.documentElement.setAttribute('data-bs-theme', dark.matches ? 'dark' : 'light');
apply();
dark.addEventListener('change', apply);
