/** Progress with a million events, in a real browser, beside a scan of the whole log in the same run. Takes some minutes to fill. */
import { measureInBrowser } from './browser.ts';
import { quantile, type BenchResult, type Row } from './numbers.ts';
import type { ProgressTimes } from './page/progress.ts';

export async function progressBench(): Promise<BenchResult> {
  const { events, cards, scanMs, open, update } = await measureInBrowser<ProgressTimes>('progress');
  const [first, again] = [open.slice(0, 1), open.slice(1)];
  const row = (what: string, values: readonly number[], q: number, budget?: string): Row => ({
    what,
    value: quantile(values, q),
    unit: 'ms',
    ratio: quantile(values, q) / scanMs,
    peer: `full scan ${Math.round(scanMs).toLocaleString('en')} ms`,
    ...(budget !== undefined && { budget }),
  });
  return {
    name: `Progress with ${events.toLocaleString('en')} events and ${cards.toLocaleString('en')} cards`,
    rows: [
      row('opened by a page that was just loaded, median', again, 0.5, 'at most 500 ms'),
      row('the same, p95', again, 0.95),
      row('the very first time', first, 0.5, 'at most 500 ms'),
      row('all figures after one more answer, median', update, 0.5, 'at most 30 ms'),
      row('the same, p95', update, 0.95),
    ],
  };
}
