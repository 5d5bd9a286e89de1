import { percentOf } from '#bank/percent.ts';
import type { StudyDay } from '#memory/study-day.ts';
import type { CurvePoint, MemoryStep } from '#progress/card-memory.ts';
import { at, scaleFrom, WIDTH } from './plot.ts';
import css from './charts.module.css';
import { shortDateOf } from './words.ts';

export interface MemoryCurvesProps {
  readonly steps: readonly MemoryStep[];
  readonly curves: readonly (readonly CurvePoint[])[];
  readonly today: StudyDay;
  readonly until: StudyDay;
  readonly target: number;
}

const HEIGHT = 150;
const LEFT = 34;
const RIGHT = WIDTH - 6;
const TOP = 18;
const GROUND = 126;

/** Whether the next answer leaves room for a letter over this one. */
function isClear(index: number, steps: readonly MemoryStep[], x: (day: number) => number): boolean {
  const [here, next] = [steps[index], steps[index + 1]];
  return here !== undefined && (next === undefined || x(next.day) - x(here.day) >= 11);
}

/** The forgetting curve from answer to answer: each answer lifts it, and the flatter it falls, the stronger the memory. */
export function MemoryCurves({ steps, curves, today, until, target }: MemoryCurvesProps) {
  const first = steps[0]?.day ?? today;
  const span = Math.max(1, until - first);
  const x = (day: number): number => LEFT + ((day - first) / span) * (RIGHT - LEFT);
  const from = scaleFrom(Math.min(target, ...curves.flatMap((points) => points.map(({ recall }) => recall))));
  const y = (recall: number): number => GROUND - ((recall - from) / (1 - from)) * (GROUND - TOP);
  const lineOf = (points: readonly CurvePoint[]): string =>
    points.map(({ day, recall }) => `${at(x(day))},${at(y(recall))}`).join(' ');
  return (
    <svg className={css['chart']} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {[from, (1 + from) / 2, 1].map((recall) => (
        <g key={recall}>
          <line className={css['grid']} x1={LEFT} x2={RIGHT} y1={at(y(recall))} y2={at(y(recall))} />
          <text className={css['tick']} x={LEFT - 5} y={at(y(recall) + 4)} textAnchor="end">
            {percentOf(recall)}
          </text>
        </g>
      ))}
      <line className={css['target']} x1={LEFT} x2={RIGHT} y1={at(y(target))} y2={at(y(target))} />
      {curves.map((points, index) => (
        <polyline key={index} className={css['line']} points={lineOf(points)} />
      ))}
      <line className={css['now']} x1={at(x(today))} x2={at(x(today))} y1={TOP} y2={GROUND} />
      {steps.map(({ day, grade }, index) => (
        <g key={index}>
          <circle className={css['grade']} data-grade={grade} cx={at(x(day))} cy={at(y(1))} r="4" />
          {isClear(index, steps, x) && (
            <text className={css['tick']} x={at(x(day))} y={TOP - 7} textAnchor="middle">
              {'AHGE'.charAt(grade - 1)}
            </text>
          )}
        </g>
      ))}
      {x(today) - LEFT > 64 && (
        <text className={css['tick']} x={LEFT} y={GROUND + 16}>
          {shortDateOf(first)}
        </text>
      )}
      <text
        className={css['tick']}
        data-marked="true"
        x={at(Math.min(x(today), RIGHT - 30))}
        y={GROUND + 16}
        textAnchor="middle"
      >
        today
      </text>
    </svg>
  );
}
