/** Holds the build to its size budget: `node .scripts/size.mjs`. Prints each sum, and fails when one is over. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { DIST } from './build.mjs';

/** @typedef {{ what: string, files: string[], size: (file: Buffer) => number, limit: number }} Budget */

const html = readFileSync(path.join(DIST, 'index.html'), 'utf8');

/**
 * Every value of an attribute in the shell's elements that match.
 * @param {RegExp} element
 * @param {RegExp} attribute
 */
function inShell(element, attribute) {
  return (html.match(element) ?? []).flatMap((tag) => attribute.exec(tag)?.[1] ?? []);
}

/**
 * @param {string} folder
 * @param {string} ending
 */
function filesIn(folder, ending) {
  const names = readdirSync(path.join(DIST, folder)).filter((name) => name.endsWith(ending));
  return names.map((name) => path.join(folder, name));
}

/** @type {(file: Buffer) => number} */
const gzipped = (file) => gzipSync(file, { level: 9 }).byteLength;

/** @type {(file: Buffer) => number} */
const brotlied = (file) => brotliCompressSync(file).byteLength;

const bank = filesIn('bank', '.json');
const indexes = bank.filter((file) => path.basename(file).startsWith('search-'));
const packs = bank.filter((file) => !indexes.includes(file));

/** The entry, what it imports before it runs (Vite names that in the shell), and what the shell preloads. */
const scripts = inShell(/<script\b[^>]*>/g, /\bsrc="([^"]+)"/);
const preloads = inShell(/<link\b[^>]*\brel="modulepreload"[^>]*>/g, /\bhref="([^"]+)"/);

/** @type {Budget[]} */
const budgets = [
  { what: 'JavaScript of a first load, gzip', files: [...scripts, ...preloads], size: gzipped, limit: 135_000 },
  { what: 'fonts', files: filesIn('fonts', '.woff2'), size: (file) => file.byteLength, limit: 45_000 },
  { what: "the bank's packs, brotli", files: packs, size: brotlied, limit: 1_500_000 },
  { what: "the bank's search index, brotli", files: indexes, size: brotlied, limit: 900_000 },
];

for (const { what, files, size, limit } of budgets) {
  const bytes = files.reduce((sum, file) => sum + size(readFileSync(path.join(DIST, file))), 0);
  const verdict = files.length === 0 ? 'nothing was found to measure' : bytes > limit ? 'OVER' : 'within';
  process.stdout.write(`${what}: ${(bytes / 1000).toFixed(1)} kB of ${limit / 1000} kB, ${verdict}\n`);
  if (verdict !== 'within') process.exitCode = 1;
}
