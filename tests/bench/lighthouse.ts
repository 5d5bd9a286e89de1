/** Lighthouse on the built app, as a phone; fetched by npx when it is wanted, for it is larger than everything else. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { getBrowser, NO_BROWSER } from '../../.scripts/browser.mjs';
import { DIST } from '../../.scripts/build.mjs';
import { serve } from '../../.scripts/serve.mjs';
import { median, type BenchResult, type Row } from './numbers.ts';

const LIGHTHOUSE = 'lighthouse@13.5.0';
const ROUNDS = 3;

const GOALS = [
  { id: 'performance', what: 'Performance', least: 95 },
  { id: 'accessibility', what: 'Accessibility', least: 100 },
  { id: 'best-practices', what: 'Best practices', least: 100 },
  { id: 'seo', what: 'SEO', least: 100 },
] as const;

const TIMES = [
  { id: 'first-contentful-paint', what: 'First contentful paint' },
  { id: 'largest-contentful-paint', what: 'Largest contentful paint' },
  { id: 'total-blocking-time', what: 'Total blocking time' },
] as const;

interface Report {
  readonly categories: Readonly<
    Record<string, { readonly score: number; readonly auditRefs: readonly { id: string }[] }>
  >;
  readonly audits: Readonly<
    Record<string, { readonly title: string; readonly score: number | null; readonly numericValue?: number }>
  >;
}

/** Audits one page once; the browser runs without its sandbox only where it cannot have one, as root. */
async function audit(url: string, browser: string, folder: string): Promise<Report> {
  const output = path.join(folder, 'report.json');
  const flags = `--headless=new${process.getuid?.() === 0 ? ' --no-sandbox' : ''}`;
  const options = ['--output=json', `--output-path=${output}`, '--quiet', `--chrome-flags=${flags}`];
  await promisify(execFile)('npx', ['-y', LIGHTHOUSE, url, ...options], {
    env: { ...process.env, CHROME_PATH: browser },
    shell: process.platform === 'win32',
  });
  return JSON.parse(await readFile(output, 'utf8')) as Report;
}

function rowsOf(page: string, reports: readonly Report[]): Row[] {
  const scores = GOALS.map(({ id, what, least }): Row => {
    const values = reports.map(({ categories }) => Math.round((categories[id]?.score ?? 0) * 100));
    const budget = least === 100 ? '100' : `at least ${least}`;
    return { what: `${page} ${what}`, value: median(values), unit: '', budget };
  });
  const times = TIMES.map(({ id, what }): Row => {
    const values = reports.map(({ audits }) => audits[id]?.numericValue ?? Number.NaN);
    return { what: `${page} ${what}`, value: Math.round(median(values)), unit: 'ms' };
  });
  return [...scores, ...times];
}

/** What keeps a category from 100, by its audits' titles. */
function shortfalls(report: Report): string[] {
  return GOALS.filter(({ id }) => id !== 'performance').flatMap(({ id }) =>
    (report.categories[id]?.auditRefs ?? [])
      .map((ref) => report.audits[ref.id])
      .filter((found) => found !== undefined && found.score !== null && found.score < 1)
      .map((found) => `${id}: ${found?.title}`),
  );
}

/** The median of three audits of Today and of one page that is shared by its link. Needs a build. */
export async function lighthouseBench(): Promise<BenchResult> {
  if (!existsSync(DIST)) throw new Error('There is no build: run `npm run build` first.');
  const browser = await getBrowser();
  if (browser === null) throw new Error(NO_BROWSER);
  const folder = await mkdtemp(path.join(tmpdir(), 'lamplight-lighthouse-'));
  const running = await serve({ dir: DIST });
  try {
    const rows: Row[] = [];
    for (const page of ['/', '/library']) {
      const reports: Report[] = [];
      for (let round = 0; round < ROUNDS; round += 1) reports.push(await audit(running.url + page, browser, folder));
      rows.push(...rowsOf(page, reports));
      for (const shortfall of new Set(reports.flatMap(shortfalls))) console.log(`${page} ${shortfall}`);
    }
    return { name: `Lighthouse, mobile, median of ${ROUNDS}`, rows };
  } finally {
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
