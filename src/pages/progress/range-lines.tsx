import { percentOf } from '#bank/percent.ts';
import { at, WIDTH } from './plot.ts';
import css from './charts.module.css';

export interface RangePoint {
  /** A day, or any number that rises. */
  readonly x: number;
  /** 0 to 1, as are the ends of its range. */
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
}

export interface RangeLinesProps {
  /** What was: a line with its range. */
  readonly past: readonly RangePoint[];
  /** What is expected, from now on: dashed; each line goes on from the last point of what was. */
  readonly ahead?: readonly (readonly RangePoint[])[];
  readonly labels: readonly { readonly x: number; readonly label: string }[];
  /** A level to reach, 0 to 1. */
  readonly target?: number;
}

const HEIGHT = 140;
const LEFT = 34;
const RIGHT = WIDTH - 8;
const TOP = 8;
const GROUND = 116;

/** A share over time, 0 to 100%, with the range of each estimate. */
export function RangeLines({ past, ahead = [], labels, target }: RangeLinesProps) {
  const all = [...past, ...ahead.flat()].map((point) => point.x);
  const first = Math.min(...all);
  const span = Math.max(1, Math.max(...all) - first);
  const x = (value: number): number => LEFT + ((value - first) / span) * (RIGHT - LEFT);
  const y = (value: number): number => GROUND - value * (GROUND - TOP);
  const lineOf = (points: readonly RangePoint[]): string =>
    points.map((point) => `${at(x(point.x))},${at(y(point.value))}`).join(' ');
  // One between the ends gives way where it would run into them.
  const shown = labels.filter(({ x: where }, index) => {
    const isEnd = index === 0 || index === labels.length - 1;
    return isEnd || (x(where) > LEFT + 64 && x(where) < RIGHT - 64);
  });
  return (
    <svg className={css['chart']} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {[0, 0.5, 1].map((value) => (
        <g key={value}>
          <line className={css['grid']} x1={LEFT} x2={RIGHT} y1={at(y(value))} y2={at(y(value))} />
          <text className={css['tick']} x={LEFT - 5} y={at(y(value) + 4)} textAnchor="end">
            {percentOf(value)}
          </text>
        </g>
      ))}
      {target !== undefined && (
        <line className={css['target']} x1={LEFT} x2={RIGHT} y1={at(y(target))} y2={at(y(target))} />
      )}
      {past.length > 1 && <polygon className={css['range']} points={outlineOf(past, x, y)} />}
      <polyline className={css['line']} points={lineOf(past)} />
      {ahead.map((points, index) => (
        <polyline
          key={index}
          className={css['ahead']}
          data-tone={index}
          points={lineOf([...past.slice(-1), ...points])}
        />
      ))}
      <Ends past={past} ahead={ahead} x={x} y={y} />
      {shown.map(({ x: where, label }, index) => (
        <text
          key={index}
          className={css['tick']}
          x={at(x(where))}
          y={GROUND + 16}
          textAnchor={anchorOf(index, shown.length)}
        >
          {label}
        </text>
      ))}
    </svg>
  );
}

type Scale = (value: number) => number;

function anchorOf(index: number, count: number): 'start' | 'middle' | 'end' {
  if (index === 0) return 'start';
  return index === count - 1 ? 'end' : 'middle';
}

function outlineOf(points: readonly RangePoint[], x: Scale, y: Scale): string {
  const upper = points.map((point) => `${at(x(point.x))},${at(y(point.high ?? point.value))}`);
  const lower = points.toReversed().map((point) => `${at(x(point.x))},${at(y(point.low ?? point.value))}`);
  return [...upper, ...lower].join(' ');
}

/** Where it stands, and where each expectation ends, with its range. */
function Ends({
  past,
  ahead,
  x,
  y,
}: Pick<RangeLinesProps, 'past'> & {
  readonly ahead: readonly (readonly RangePoint[])[];
  readonly x: Scale;
  readonly y: Scale;
}) {
  const ends = [...past.slice(-1), ...ahead.flatMap((points) => points.slice(-1))];
  return ends.map((point, index) => (
    <g key={index}>
      {point.low !== undefined && point.high !== undefined && (
        <line
          className={css['whisker']}
          x1={at(x(point.x))}
          x2={at(x(point.x))}
          y1={at(y(point.low))}
          y2={at(y(point.high))}
        />
      )}
      <circle className={css['dot']} cx={at(x(point.x))} cy={at(y(point.value))} r="4" />
    </g>
  ));
}
