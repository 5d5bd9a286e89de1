/** `npm start`: installs and builds what is missing, serves the built app, and says where. */
import './node-version.mjs';
import { DIST, ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { serve } from './serve.mjs';

const DEFAULT_PORT = 4173;
const TRIES = 20;

/** The port asked for; the default when there is none or it is no port. */
function wantedPort() {
  const text = process.env['PORT'];
  const port = Number(text);
  if (text === undefined || text === '') return DEFAULT_PORT;
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  process.stderr.write(`PORT is "${text}", which is no port number; using ${DEFAULT_PORT}.\n`);
  return DEFAULT_PORT;
}

/**
 * Serves on the port, or on the next free one.
 * @param {number} first
 */
async function serveFrom(first) {
  for (let port = first; port < first + TRIES && port < 65_536; port += 1) {
    try {
      return await serve({ dir: DIST, port });
    } catch (error) {
      const code = /** @type {{ code?: string }} */ (error).code;
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    }
  }
  process.stderr.write(`No free port from ${first} on. Name one: PORT=8080 npm start\n`);
  return process.exit(1);
}

ensureInstalled();
ensureBuilt();
const port = wantedPort();
const running = await serveFrom(port);
process.stdout.write(`Lamplight is at ${running.url}\n`);
if (running.port !== port) {
  process.stdout.write(`Port ${port} is taken. Each port keeps its own progress, so free it to find yours again.\n`);
}
process.stdout.write('Stop with Ctrl C.\n');

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    void running.stop().then(() => process.exit(0));
  });
}
