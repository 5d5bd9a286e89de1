/**
 * `npm run bench`, or some of it: `npm run bench -- replay grade`. Prints a table for each bench; each loads only when it is
 * its turn.
 */
import type { BenchResult, Row } from './numbers.ts';

type Bench = () => Promise<BenchResult>;

const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  replay: async () => (await import('./replay.ts')).replayBench,
  grade: async () => (await import('./storage.ts')).gradeBench,
  queue: async () => (await import('./storage.ts')).queueBench,
  bank: async () => (await import('./storage.ts')).bankBench,
  plan: async () => (await import('./plan.ts')).planBench,
  progress: async () => (await import('./progress.ts')).progressBench,
  search: async () => (await import('./search.ts')).searchBench,
  search50k: async () => (await import('./search.ts')).largeSearchBench,
  interaction: async () => (await import('./interaction.ts')).interactionBench,
  lighthouse: async () => (await import('./lighthouse.ts')).lighthouseBench,
};

/** Those that take minutes run only when they are asked for. */
const ON_DEMAND: ReadonlySet<string> = new Set(['progress', 'search50k']);

function cells({ what, value, unit, ratio, peer, budget }: Row): string[] {
  const measured = `${value.toLocaleString('en', { maximumFractionDigits: 3 })} ${unit}`.trim();
  const compared = ratio === undefined ? '' : `${ratio.toFixed(2)} ×`;
  return [what, measured, compared, peer ?? '', budget === undefined ? '' : `budget: ${budget}`];
}

/** What and peer to the left, numbers to the right. */
function table(rows: readonly Row[]): string {
  const lines = rows.map(cells);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const pad = (text: string, column: number): string =>
    column === 1 || column === 2 ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0);
  return lines.map((line) => `  ${line.map(pad).join('  ').trimEnd()}`).join('\n');
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(1);
}

for (const [name, load] of Object.entries(BENCHES)) {
  if (wanted.length > 0 ? !wanted.includes(name) : ON_DEMAND.has(name)) continue;
  try {
    const bench = await load();
    const result = await bench();
    console.log(`${result.name}\n${table(result.rows)}\n`);
  } catch (error) {
    console.error(`${name} could not be measured: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
