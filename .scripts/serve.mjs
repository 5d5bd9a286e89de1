/**
 * A small static server for the built app: `npm start` and the browser tests use it. It answers navigations with the shell,
 * keeps hashed files for ever, compresses, and sends the security headers.
 */
import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { HEADER_POLICY } from './csp.mjs';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Reply */
/** @typedef {{ body: Buffer, etag: string, mtimeMs: number, packed: Map<string, Promise<Buffer>> }} Loaded */
/** @typedef {{ url: string, port: number, stop: () => Promise<void> }} Running */
/** @typedef {(request: Request, reply: Reply) => boolean} Intercept Returns true when it took the request over. */

const HOST = '127.0.0.1';

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
const COMPRESSED = /^(?:text\/|application\/(?:json|manifest|xml|wasm)|image\/svg)/;

/** Vite's hashed files and the bank's: their address changes when they do. */
const IMMUTABLE = /^\/(?:assets\/.+|bank\/.+-[0-9a-f]{12}\.json)$/;

/** @type {Record<string, string>} */
const SECURITY_HEADERS = {
  'Content-Security-Policy': HEADER_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), payment=(), usb=(), microphone=(self)',
};

const packers = {
  br: promisify(brotliCompress),
  gzip: promisify(gzip),
};

/**
 * Serves `dir` on 127.0.0.1. Port 0 takes any free one; a port that is taken rejects with the system's EADDRINUSE.
 * @param {{ dir: string, port?: number, intercept?: Intercept }} options
 * @returns {Promise<Running>}
 */
export async function serve({ dir, port = 0, intercept }) {
  const root = await realpath(dir);
  /** @type {Map<string, Loaded>} */
  const memory = new Map();
  const server = createServer((request, reply) => {
    if (intercept?.(request, reply)) return;
    answer(root, memory, request, reply).catch((error) => {
      process.stderr.write(`${String(error)}\n`);
      if (!reply.headersSent) refuse(reply, 500, 'Something went wrong here.');
      else reply.destroy();
    });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => resolve(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { url: `http://${HOST}:${address.port}`, port: address.port, stop: () => stop(server) };
}

/** @param {import('node:http').Server} server */
function stop(server) {
  return /** @type {Promise<void>} */ (
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    })
  );
}

/**
 * @param {string} root
 * @param {Map<string, Loaded>} memory
 * @param {Request} request
 * @param {Reply} reply
 */
async function answer(root, memory, request, reply) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    reply.setHeader('Allow', 'GET, HEAD');
    return refuse(reply, 405, 'Only GET and HEAD are answered.');
  }
  const pathname = decodePath(request.url ?? '/');
  if (pathname === null) return refuse(reply, 400, 'This address cannot be read.');
  const wanted = pathname === '/' ? '/index.html' : pathname;
  const name = (await fileAt(root, wanted)) ? wanted : isNavigation(request, pathname) ? '/index.html' : null;
  const file = name === null ? null : await fileAt(root, name);
  if (name === null || file === null) return refuse(reply, 404, 'There is nothing at this address.');
  await send(request, reply, name, await load(memory, file));
}

/**
 * The path of an address, decoded once; null when it is malformed.
 * @param {string} url
 * @returns {string | null}
 */
function decodePath(url) {
  try {
    const decoded = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '/');
    return decoded.startsWith('/') && !/[\0\\]/.test(decoded) ? decoded : null;
  } catch {
    return null;
  }
}

/**
 * The regular file that a path names inside `root`; null for folders, hidden files and whatever leads out, links too.
 * @param {string} root
 * @param {string} pathname
 * @returns {Promise<string | null>}
 */
async function fileAt(root, pathname) {
  if (pathname.split('/').some((part) => part.startsWith('.'))) return null;
  try {
    const file = await realpath(path.join(root, pathname));
    return file.startsWith(root + path.sep) && (await stat(file)).isFile() ? file : null;
  } catch {
    return null;
  }
}

/**
 * A person opening a page, not a page asking for a part: only that gets the shell in place of a missing file.
 * @param {Request} request
 * @param {string} pathname
 */
function isNavigation(request, pathname) {
  if (path.posix.basename(pathname).includes('.')) return false;
  const mode = request.headers['sec-fetch-mode'];
  return mode === undefined ? /text\/html|\*\/\*/.test(request.headers.accept ?? '*/*') : mode === 'navigate';
}

/**
 * Reads a file once, and again when it has changed.
 * @param {Map<string, Loaded>} memory
 * @param {string} file
 * @returns {Promise<Loaded>}
 */
async function load(memory, file) {
  const { mtimeMs } = await stat(file);
  const known = memory.get(file);
  if (known?.mtimeMs === mtimeMs) return known;
  const body = await readFile(file);
  const etag = createHash('sha256').update(body).digest('base64url').slice(0, 27);
  /** @type {Loaded} */
  const loaded = { body, etag, mtimeMs, packed: new Map() };
  memory.set(file, loaded);
  return loaded;
}

/**
 * @param {Request} request
 * @param {Reply} reply
 * @param {string} name
 * @param {Loaded} file
 */
async function send(request, reply, name, file) {
  const type = TYPES[path.posix.extname(name)] ?? 'application/octet-stream';
  const coding = COMPRESSED.test(type) ? codingFor(request.headers['accept-encoding']) : null;
  const etag = `"${file.etag}${coding === null ? '' : `-${coding}`}"`;
  for (const [header, value] of Object.entries(SECURITY_HEADERS)) reply.setHeader(header, value);
  reply.setHeader('Cache-Control', IMMUTABLE.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache');
  reply.setHeader('ETag', etag);
  if (COMPRESSED.test(type)) reply.setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === etag) {
    reply.writeHead(304).end();
    return;
  }
  const body = coding === null ? file.body : await pack(file, coding);
  if (coding !== null) reply.setHeader('Content-Encoding', coding);
  reply.writeHead(200, { 'Content-Type': type, 'Content-Length': body.byteLength });
  reply.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * @param {string | string[] | undefined} accepted
 * @returns {'br' | 'gzip' | null}
 */
function codingFor(accepted) {
  const offers = new Map(
    String(accepted ?? '')
      .split(',')
      .map((part) => {
        const [name = '', quality] = part
          .trim()
          .toLowerCase()
          .split(/\s*;\s*q=/);
        return [name, Number(quality ?? 1)];
      }),
  );
  if ((offers.get('br') ?? 0) > 0) return 'br';
  return (offers.get('gzip') ?? 0) > 0 ? 'gzip' : null;
}

/**
 * Compresses a file once for each coding.
 * @param {Loaded} file
 * @param {'br' | 'gzip'} coding
 * @returns {Promise<Buffer>}
 */
function pack(file, coding) {
  const known = file.packed.get(coding);
  if (known) return known;
  const packed =
    coding === 'br'
      ? packers.br(file.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
      : packers.gzip(file.body, { level: 6 });
  file.packed.set(coding, packed);
  return packed;
}

/**
 * @param {Reply} reply
 * @param {number} status
 * @param {string} words
 */
function refuse(reply, status, words) {
  for (const [header, value] of Object.entries(SECURITY_HEADERS)) reply.setHeader(header, value);
  reply.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  reply.end(`${words}\n`);
}
