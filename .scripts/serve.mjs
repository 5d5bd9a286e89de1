/**
 * A small static server for the built app: `npm start` and the browser tests use it. It answers navigations with the shell,
 * lets hashed files be kept for ever, compresses, and sends the security headers.
 */
import { realpath } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { HEADER_POLICY } from './csp.mjs';
import { bodyOf, createReader, describe, findFile } from './static-files.mjs';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Reply */
/** @typedef {import('./static-files.mjs').Coding} Coding */
/** @typedef {import('./static-files.mjs').Loaded} Loaded */
/** @typedef {{ url: string, port: number, stop: () => Promise<void> }} Running */
/** @typedef {(request: Request, reply: Reply) => boolean} Intercept Returns true when it took the request over. */

const HOST = '127.0.0.1';
const SHELL = '/index.html';

/** @type {Record<string, string>} */
const SECURITY_HEADERS = {
  'Content-Security-Policy': HEADER_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(self), geolocation=(), payment=(), usb=(), microphone=(self)',
};

/**
 * Serves `dir` on 127.0.0.1. Port 0 takes any free one; a port that is taken rejects with the system's EADDRINUSE.
 * @param {{ dir: string, port?: number, intercept?: Intercept }} options
 * @returns {Promise<Running>}
 */
export async function serve({ dir, port = 0, intercept }) {
  const root = await realpath(dir);
  const read = createReader();
  const server = createServer((request, reply) => {
    if (intercept?.(request, reply)) return;
    for (const [header, value] of Object.entries(SECURITY_HEADERS)) reply.setHeader(header, value);
    answer(root, read, request, reply).catch((error) => {
      process.stderr.write(`${String(error)}\n`);
      if (reply.headersSent) reply.destroy();
      else refuse(reply, 500, 'Something went wrong here.');
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
 * @param {(file: string) => Promise<Loaded>} read
 * @param {Request} request
 * @param {Reply} reply
 */
async function answer(root, read, request, reply) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    reply.setHeader('Allow', 'GET, HEAD');
    return refuse(reply, 405, 'Only GET and HEAD are answered.');
  }
  const pathname = decodePath(request.url ?? '/');
  if (pathname === null) return refuse(reply, 400, 'This address cannot be read.');
  const found = await findFile(root, pathname === '/' ? SHELL : pathname);
  if (found !== null) return send(request, reply, pathname, await read(found));
  const shell = isNavigation(request, pathname) ? await findFile(root, SHELL) : null;
  if (shell !== null) return send(request, reply, '/', await read(shell));
  refuse(reply, 404, 'There is nothing at this address.');
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
 * A person opening a page, not a page asking for a part: only that gets the shell in place of a missing file.
 * @param {Request} request
 * @param {string} pathname
 */
function isNavigation(request, pathname) {
  if (path.posix.basename(pathname).includes('.')) return false;
  const wanted = request.headers['sec-fetch-dest'];
  return wanted === undefined ? /text\/html|\*\/\*/.test(request.headers.accept ?? '*/*') : wanted === 'document';
}

/**
 * @param {Request} request
 * @param {Reply} reply
 * @param {string} pathname
 * @param {Loaded} file
 */
async function send(request, reply, pathname, file) {
  const { type, compressible, immutable } = describe(pathname === '/' ? SHELL : pathname);
  const coding = compressible ? codingFor(String(request.headers['accept-encoding'])) : null;
  const etag = `"${file.etag}${coding ?? ''}"`;
  reply.setHeader('ETag', etag);
  reply.setHeader('Cache-Control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (compressible) reply.setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === etag) {
    reply.writeHead(304).end();
    return;
  }
  const body = await bodyOf(file, coding);
  if (coding !== null) reply.setHeader('Content-Encoding', coding);
  reply.writeHead(200, { 'Content-Type': type, 'Content-Length': body.byteLength });
  reply.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * The best coding that an Accept-Encoding header offers.
 * @param {string} header
 * @returns {Coding | null}
 */
function codingFor(header) {
  const offers = header.split(',').map((part) => part.trim().toLowerCase());
  const takes = (/** @type {string} */ name) =>
    offers.some((offer) => offer === name || (offer.startsWith(`${name};`) && !/;\s*q=0(?:\.0*)?$/.test(offer)));
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : null;
}

/**
 * @param {Reply} reply
 * @param {number} status
 * @param {string} words
 */
function refuse(reply, status, words) {
  reply.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  reply.end(`${words}\n`);
}
