import { percentOf } from '#bank/percent.ts';
import type { TrendPoint } from '#mock/history.ts';
import { longDate } from '#pages/parts/format.ts';
import css from './history.module.css';

const WIDTH = 120;
const HEIGHT = 32;
const EDGE = 4;

/** A score over several mocks, as a line; one mock is a dot. Its words are in the list beside it. */
export function TrendLine({ points }: { readonly points: readonly TrendPoint[] }) {
  const xOf = (index: number): number =>
    points.length === 1 ? WIDTH - EDGE : EDGE + (index * (WIDTH - 2 * EDGE)) / (points.length - 1);
  const yOf = (value: number): number => EDGE + (1 - value) * (HEIGHT - 2 * EDGE);
  const placed = points.map(({ value }, index) => `${xOf(index).toFixed(1)},${yOf(value).toFixed(1)}`);
  const last = points.at(-1);
  return (
    <svg className={css['trend']} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <polyline points={placed.join(' ')} />
      {last && <circle cx={xOf(points.length - 1)} cy={yOf(last.value)} r="3" />}
    </svg>
  );
}

/** `40%, 55%, 70%; the last on Sunday, 22 November`. */
export function trendInWords(points: readonly TrendPoint[]): string {
  const shown = points.slice(-5).map(({ value }) => percentOf(value));
  const last = points.at(-1);
  return last ? `${shown.join(', ')}; the last on ${longDate(last.atMs)}` : '';
}
