// Called by Maven: installs what package-lock.json names and bundles it, unless nothing has changed since the last time.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2];
if (!target) {
  throw new Error('usage: node make.mjs <output folder>');
}

const filesIn = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));

function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function unchanged(stampFile, stamp) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
}

const npm = (...args) => execFileSync('npm', args, { cwd: here, stdio: ['ignore', 'inherit', 'inherit'] });

const lock = fingerprint([join(here, 'package-lock.json')]);
const lockStamp = join(here, 'node_modules', '.installed');
if (!unchanged(lockStamp, lock)) {
  console.log('front end: installing packages');
  npm('ci', '--ignore-scripts', '--no-audit', '--no-fund');
  writeFileSync(lockStamp, lock);
}

// The style sheet keeps only the rules that the templates use, so they count as sources.
const sources = [
  ...['package-lock.json', 'build.mjs', 'icons.json'].map((name) => join(here, name)),
  ...filesIn(join(here, 'src')),
  ...filesIn(join(here, '..', 'resources', 'templates')),
];
const stamp = fingerprint(sources);
const stampFile = join(target, '..', '..', '..', 'frontend.stamp');
if (!unchanged(stampFile, stamp) || !existsSync(join(target, 'app.css'))) {
  mkdirSync(target, { recursive: true });
  execFileSync(process.execPath, ['build.mjs', target], { cwd: here, stdio: 'inherit' });
  writeFileSync(stampFile, stamp);
}
