import { place } from './tile.js';

const TURN = 12_000;
const GRIDS = [[1, 1], [2, 1], [2, 2], [3, 2], [3, 3], [4, 3]];

// Full screen: as many tiles as can be read from five metres, the others on further pages that turn by themselves.
export class Wall {
  constructor(tiles, sign, say) {
    this.tiles = tiles;
    this.sign = sign;
    this.say = say;
    this.page = 0;
    this.turned = Date.now();
  }

  show(all) {
    const portrait = window.innerHeight > window.innerWidth;
    const most = GRIDS.at(-1)[0] * GRIDS.at(-1)[1];
    const size = Math.min(all.length, most);
    const [columns, rows] = GRIDS.find(([across, down]) => across * down >= size) ?? GRIDS.at(-1);
    this.tiles.style.setProperty('--columns', portrait ? rows : columns);
    this.tiles.style.setProperty('--rows', portrait ? columns : rows);
    const pages = Math.max(1, Math.ceil(all.length / most));
    if (Date.now() - this.turned > TURN) {
      this.page = (this.page + 1) % pages;
      this.turned = Date.now();
    }
    this.page = Math.min(this.page, pages - 1);
    const first = this.page * most;
    place(this.tiles, all.slice(first, first + most));
    this.sign.hidden = pages === 1;
    this.sign.textContent = this.say('page', this.page + 1, pages);
  }
}
