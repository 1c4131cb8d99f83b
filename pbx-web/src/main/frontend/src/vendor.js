// htmx's extensions look for it on the window, so it has to be there before they are loaded.
import htmx from 'htmx.org';

window.htmx = htmx;
