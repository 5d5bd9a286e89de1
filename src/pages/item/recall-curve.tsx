import css from './aside.module.css';

export interface RecallCurveProps {
  /** Chance of recall, 0 to 1, so many days after the last review. */
  readonly recallAt: (days: number) => number;
  readonly elapsedDays: number;
  readonly dueInDays: number | null;
  /** The chance of recall at which a card is asked again. */
  readonly target: number;
}

const WIDTH = 240;
const HEIGHT = 64;
const MARGIN = 6;
const STEPS = 32;

/** The forgetting curve since the last review, with today on it and the target as a line; the words beside it say the same. */
export function RecallCurve({ recallAt, elapsedDays, dueInDays, target }: RecallCurveProps) {
  const horizon = Math.max(3, 1.3 * Math.max(elapsedDays, dueInDays ?? 0));
  const lowest = Math.min(recallAt(horizon), target) - 0.03;
  const x = (days: number): number => MARGIN + (days / horizon) * (WIDTH - 2 * MARGIN);
  const y = (recall: number): number => MARGIN + ((1 - recall) / (1 - lowest)) * (HEIGHT - 2 * MARGIN);
  const points = Array.from({ length: STEPS + 1 }, (_, step) => {
    const days = (step / STEPS) * horizon;
    return `${x(days).toFixed(1)},${y(recallAt(days)).toFixed(1)}`;
  });
  return (
    <svg className={css['curve']} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      <line className={css['target']} x1={MARGIN} x2={WIDTH - MARGIN} y1={y(target)} y2={y(target)} />
      <polyline className={css['forgetting']} points={points.join(' ')} />
      <circle className={css['now']} cx={x(elapsedDays)} cy={y(recallAt(elapsedDays))} r="5" />
    </svg>
  );
}
