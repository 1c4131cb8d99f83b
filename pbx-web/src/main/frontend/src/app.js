import './vendor.js';
import 'htmx-ext-sse';
import { keys } from './keys.js';
import { palette } from './palette.js';
import { live } from './live.js';
import { asking } from './asking.js';
import { small } from './small.js';
import { uploads } from './uploads.js';
import { pickers } from './picker.js';
import { flows } from './flows.js';

asking();
small();
uploads();
keys();
palette();
live();
pickers();
flows();
