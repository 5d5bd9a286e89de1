import { percentOf } from '#bank/percent.ts';
import { rangeOf, type Share } from '#progress/interval.ts';
import { at, scaleFrom } from './plot.ts';
import css from './charts.module.css';

export interface CalibrationPoint extends Share {
  /** 0 to 1. */
  readonly expected: number;
}

const WIDTH = 240;
const LEFT = 52;
const TOP = 10;
const SIDE = 168;
const HEIGHT = TOP + SIDE + 36;

/** What was expected against what happened: on the line both are alike, under it too much was expected. */
export function CalibrationPlot({ points }: { readonly points: readonly CalibrationPoint[] }) {
  const from = scaleFrom(Math.min(1, ...points.map((point) => Math.min(point.expected, rangeOf(point).low))));
  const x = (share: number): number => LEFT + ((share - from) / (1 - from)) * SIDE;
  const y = (share: number): number => TOP + ((1 - share) / (1 - from)) * SIDE;
  const most = Math.max(1, ...points.map(({ of }) => of));
  return (
    <svg className={css['square']} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {[from, (1 + from) / 2, 1].map((share) => (
        <g key={share}>
          <line className={css['grid']} x1={LEFT} x2={LEFT + SIDE} y1={at(y(share))} y2={at(y(share))} />
          <text className={css['tick']} x={LEFT - 5} y={at(y(share) + 4)} textAnchor="end">
            {percentOf(share)}
          </text>
          <text className={css['tick']} x={at(x(share))} y={TOP + SIDE + 15} textAnchor="middle">
            {percentOf(share)}
          </text>
        </g>
      ))}
      <line className={css['target']} x1={x(from)} y1={y(from)} x2={x(1)} y2={y(1)} />
      <text className={css['tick']} x={LEFT + SIDE / 2} y={TOP + SIDE + 31} textAnchor="middle">
        expected
      </text>
      <text className={css['tick']} transform={`translate(10 ${TOP + SIDE / 2}) rotate(-90)`} textAnchor="middle">
        recalled
      </text>
      {points.map((point) => {
        const { low, high } = rangeOf(point);
        return (
          <g key={point.expected}>
            <line
              className={css['whisker']}
              x1={at(x(point.expected))}
              x2={at(x(point.expected))}
              y1={at(y(low))}
              y2={at(y(high))}
            />
            <circle
              className={css['dot']}
              cx={at(x(point.expected))}
              cy={at(y(point.hits / point.of))}
              r={at(3 + 5 * Math.sqrt(point.of / most))}
            />
          </g>
        );
      })}
    </svg>
  );
}
