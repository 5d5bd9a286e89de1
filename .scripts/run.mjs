/** Runs a command to its end and keeps what it prints. */
import { spawn } from 'node:child_process';
import { ROOT } from './install.mjs';

/** No step may take longer. */
const LIMIT_MS = 12 * 60_000;

const GROUPS = process.platform !== 'win32';

/**
 * @param {string[]} command
 * @param {Record<string, string>} [env] Added to this process's own.
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function run([program = '', ...args], env = {}) {
  const { FORCE_COLOR: _, ...inherited } = process.env;
  const child = spawn(program, args, {
    cwd: ROOT,
    // A group of its own, so that what it started ends with it.
    detached: GROUPS,
    env: { ...inherited, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => {
    if (child.pid === undefined) return;
    try {
      process.kill(GROUPS ? -child.pid : child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  const interrupted = () => {
    end();
    process.exit(130);
  };
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
  }
  return new Promise((resolve) => {
    const limit = setTimeout(() => {
      output += `\nStopped after ${LIMIT_MS / 60_000} minutes.\n`;
      end();
    }, LIMIT_MS);
    const settle = (/** @type {boolean} */ ok) => {
      clearTimeout(limit);
      process.off('SIGINT', interrupted);
      process.off('SIGTERM', interrupted);
      resolve({ ok, output });
    };
    child.on('error', (error) => {
      output += `${error.message}\n`;
      settle(false);
    });
    // What it left running would hold the pipes open.
    child.on('exit', end);
    child.on('close', (code) => settle(code === 0));
  });
}
