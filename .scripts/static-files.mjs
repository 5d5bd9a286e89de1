/** The files of a folder as a static server needs them: found safely, read once, compressed once. */
import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** @typedef {'br' | 'gzip'} Coding */
/** @typedef {{ body: Buffer, etag: string, mtimeMs: number, packed: Map<Coding, Promise<Buffer>> }} Loaded */

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
const COMPRESSIBLE = /^(?:text\/|application\/(?:json|manifest|xml|wasm)|image\/svg)/;

/** Vite's hashed files and the bank's: their address changes when they do. */
const IMMUTABLE = /^\/(?:assets\/.+|bank\/.+-[0-9a-f]{12}\.json)$/;

/** @type {{ br: (body: Buffer) => Promise<Buffer>, gzip: (body: Buffer) => Promise<Buffer> }} */
const packers = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (body) => promisify(gzip)(body, { level: 6 }),
};

/**
 * How a file is to be sent, by its path.
 * @param {string} pathname
 */
export function describe(pathname) {
  const type = TYPES[path.posix.extname(pathname)] ?? 'application/octet-stream';
  return { type, compressible: COMPRESSIBLE.test(type), immutable: IMMUTABLE.test(pathname) };
}

/**
 * The regular file that a path names inside `root`; null for folders, hidden files and whatever leads out, links too.
 * @param {string} root
 * @param {string} pathname
 * @returns {Promise<string | null>}
 */
export async function findFile(root, pathname) {
  if (pathname.split('/').some((part) => part.startsWith('.'))) return null;
  try {
    const file = await realpath(path.join(root, pathname));
    return file.startsWith(root + path.sep) && (await stat(file)).isFile() ? file : null;
  } catch {
    return null;
  }
}

/** Keeps what was read in memory; a file that has changed is read again. */
export function createReader() {
  /** @type {Map<string, Loaded>} */
  const memory = new Map();
  return async (/** @type {string} */ file) => {
    const { mtimeMs } = await stat(file);
    const known = memory.get(file);
    if (known?.mtimeMs === mtimeMs) return known;
    const body = await readFile(file);
    const etag = createHash('sha256').update(body).digest('base64url').slice(0, 27);
    /** @type {Loaded} */
    const loaded = { body, etag, mtimeMs, packed: new Map() };
    memory.set(file, loaded);
    return loaded;
  };
}

/**
 * The body in a coding, made once; as it is for null.
 * @param {Loaded} file
 * @param {Coding | null} coding
 * @returns {Buffer | Promise<Buffer>}
 */
export function bodyOf(file, coding) {
  if (coding === null) return file.body;
  const known = file.packed.get(coding);
  if (known) return known;
  const packed = packers[coding](file.body);
  file.packed.set(coding, packed);
  return packed;
}
