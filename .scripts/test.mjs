/** `npm test`: everything that must hold, one line a step, all faults of a run at once, and a count at the end. */
import './node-version.mjs';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getBrowser, NO_BROWSER } from './browser.mjs';
import { ensureInstalled } from './install.mjs';
import { run } from './run.mjs';
import { settle, tallyPlaywright, tallyVitest } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */
/** @typedef {{ ok: boolean, output: string, tally?: Tally | undefined }} Outcome */
/** @typedef {{ name: string, needs?: string, run: () => Promise<Outcome> }} Step */

const bin = (/** @type {string} */ file) => [process.execPath, path.join('node_modules', file)];
const TSC = bin('typescript/bin/tsc');

const FORMATTED = [
  '{src,tests}/**/*.{ts,tsx,css,html,json}',
  'data/*.ts',
  '.scripts/*.mjs',
  '*.{ts,json,jsonc,html}',
  '.oxlintrc.json',
  '.prettierrc.json',
];

ensureInstalled();
const folder = mkdtempSync(path.join(tmpdir(), 'lamplight-test-'));

/**
 * A runner's tests, counted from the JSON report that it leaves.
 * @template Report
 * @param {string[]} command
 * @param {string} report
 * @param {(report: Report) => Tally} count
 * @param {Record<string, string>} [env]
 * @returns {Promise<Outcome>}
 */
async function runTests(command, report, count, env) {
  const { ok, output } = await run(command, env);
  /** @type {Tally | null} */
  let counted = null;
  try {
    counted = count(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    // No report, or half of one: the runner's output says why.
  }
  const tally = settle(counted, ok);
  return { ok: tally.failed === 0, output, tally };
}

function unit() {
  const report = path.join(folder, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return runTests([...bin('vitest/vitest.mjs'), 'run', ...reporters], report, tallyVitest);
}

/**
 * One project of playwright.config.ts.
 * @param {'browser' | 'speed'} project
 * @param {number} workers
 */
async function browser(project, workers) {
  const found = await getBrowser();
  if (found === null) return { ok: false, output: NO_BROWSER };
  const report = path.join(folder, `${project}.json`);
  const env = { CHROMIUM_PATH: found, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const options = [`--project=${project}`, `--workers=${workers}`, '--reporter=list,json'];
  return runTests([...bin('@playwright/test/cli.js'), 'test', ...options], report, tallyPlaywright, env);
}

async function types() {
  const projects = ['tsconfig.json', 'tsconfig.core.json', 'tsconfig.worker.json'];
  const outcomes = [];
  for (const project of projects) outcomes.push(await run([...TSC, '-p', project]));
  return { ok: outcomes.every(({ ok }) => ok), output: outcomes.map(({ output }) => output).join('') };
}

/** @type {Step[]} */
const STEPS = [
  { name: 'format', run: () => run([...bin('prettier/bin/prettier.cjs'), '--check', ...FORMATTED]) },
  { name: 'types', run: types },
  {
    name: 'lint',
    run: () => run([...bin('oxlint/bin/oxlint'), ...'--type-aware --deny-warnings src tests data .scripts'.split(' ')]),
  },
  { name: 'unused', run: () => run([...bin('knip/bin/knip.js')]) },
  { name: 'bank', run: () => run([...bin('tsx/dist/cli.mjs'), 'data/bank.ts']) },
  { name: 'unit', run: unit },
  { name: 'build', run: () => run([...bin('vite/bin/vite.js'), 'build']) },
  { name: 'size', needs: 'build', run: () => run([process.execPath, '.scripts/size.mjs']) },
  { name: 'browser', needs: 'build', run: () => browser('browser', 2) },
  { name: 'speed', needs: 'build', run: () => browser('speed', 1) },
];

/**
 * @param {Step} step
 * @param {ReadonlySet<string>} failed Names of the steps that failed before.
 * @returns {Promise<Outcome>}
 */
async function take(step, failed) {
  if (step.needs !== undefined && failed.has(step.needs)) {
    return { ok: false, output: `Not run, for ${step.needs} failed.` };
  }
  try {
    return await step.run();
  } catch (error) {
    return { ok: false, output: String(error) };
  }
}

const wanted = process.argv.slice(2);
const failed = new Set();
const total = { passed: 0, failed: 0 };
for (const step of STEPS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const startMs = performance.now();
  const { ok, output, tally = ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 } } = await take(step, failed);
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  if (!ok) failed.add(step.name);
  if (!ok || tally.again) process.stdout.write(`\n${output.trimEnd()}\n\n`);
  total.passed += tally.passed;
  total.failed += tally.failed;
  const again = tally.again ? `, ${tally.again} only when tried again` : '';
  const counted =
    tally.passed + tally.failed > 1 ? `  ${tally.passed} of ${tally.passed + tally.failed} tests${again}` : '';
  process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${step.name.padEnd(8)} ${seconds.padStart(6)} s${counted}\n`);
}

rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
