/** What storage costs in a real browser, each beside bare IndexedDB in the same run. */
import { measureInBrowser } from './browser.ts';
import { median, quantile, type BenchResult, type Row } from './numbers.ts';

/** Our median and 95th percentile with the ratio to the peer's. */
function pair(what: string, ours: readonly number[], bare: readonly number[], peer: string): Row[] {
  const row = (label: string, q: number): Row => ({
    what: `${what}, ${label}`,
    value: quantile(ours, q),
    unit: 'ms',
    ratio: quantile(ours, q) / quantile(bare, q),
    peer: `${peer} ${quantile(bare, q).toFixed(2)} ms`,
  });
  return [row('median', 0.5), row('p95', 0.95)];
}

export async function gradeBench(): Promise<BenchResult> {
  const { ours, bare } = await measureInBrowser<{ ours: number[]; bare: number[] }>('gradeTransaction');
  return {
    name: 'One grade: event, card and mark in one transaction',
    rows: pair('grade', ours, bare, 'bare IndexedDB'),
  };
}

export async function queueBench(): Promise<BenchResult> {
  const result = await measureInBrowser<{ ours: number[]; bare: number[]; cards: number; found: number }>('dueQueue');
  const { ours, bare, cards, found } = result;
  const name = `Today's queue: ${found} cards out of ${cards.toLocaleString('en')}`;
  return { name, rows: pair('read and order the queue', ours, bare, 'bare index') };
}

export async function bankBench(): Promise<BenchResult> {
  const result = await measureInBrowser<{ first: number[]; all: number[]; bare: number[]; items: number }>('bankLoad');
  const { first, all, bare, items } = result;
  return {
    name: `First load of the bank: ${items} items`,
    rows: [
      { what: 'first pack usable, median', value: median(first), unit: 'ms' },
      ...pair('whole bank checked, stored and indexed', all, bare, 'texts fetched and put'),
    ],
  };
}
