// Bundles the portal's styles, scripts, font and icons into the folder given as the first argument.
// Spring adds a hash of the content to each address, so file names are plain and browsers may keep the files for ever.
import esbuild from 'esbuild';
import { PurgeCSS } from 'purgecss';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const target = process.argv[2];
const browsers = ['chrome111', 'firefox113', 'safari16.4'];

await esbuild.build({
  entryPoints: { app: 'src/app.js', theme: 'src/theme.js' },
  outdir: target,
  bundle: true,
  minify: true,
  format: 'iife',
  target: browsers,
  legalComments: 'none',
});

const styles = await esbuild.build({
  entryPoints: { app: 'src/app.css' },
  outdir: target,
  bundle: true,
  minify: true,
  target: browsers,
  loader: { '.woff2': 'file' },
  assetNames: '[name]-[hash]',
  legalComments: 'none',
  write: false,
});

// Tabler has a rule for everything; we keep those that a template or script of ours can use.
for (const file of styles.outputFiles) {
  if (!file.path.endsWith('.css')) {
    writeFileSync(file.path, file.contents);
    continue;
  }
  const [kept] = await new PurgeCSS().purge({
    content: ['../resources/templates/**/*.html', 'src/**/*.js'],
    css: [{ raw: file.text }],
    safelist: { standard: [/^htmx-/, /^is-/, /^state-/, /^pill-/], variables: [/^--tblr-/] },
    defaultExtractor: (content) => content.match(/[\w-/:]+(?<!:)/g) ?? [],
  });
  writeFileSync(file.path, kept.css);
}

const symbols = JSON.parse(readFileSync('icons.json', 'utf8')).map((name) => {
  const svg = readFileSync(join('node_modules/@tabler/icons/icons/outline', `${name}.svg`), 'utf8');
  const drawing = svg.replace(/<!--[\s\S]*?-->/g, '').replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '').replace(/\s*\n\s*/g, '');
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${drawing}</symbol>`;
});
writeFileSync(join(target, 'icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`);
writeFileSync(join(target, 'mark.svg'), readFileSync('src/mark.svg'));
