import { anchorAt, at, roundUp, WIDTH } from './plot.ts';
import css from './charts.module.css';

export interface Bar {
  readonly key: string | number;
  /** From the ground up; as many as there are tones. */
  readonly parts: readonly number[];
  /** Under the bar; few of many bars have room for one. */
  readonly label?: string;
  /** The one that is meant: today. */
  readonly marked?: boolean;
}

export interface BarsProps {
  readonly bars: readonly Bar[];
  /** Writes a value at the side. */
  readonly write?: (value: number) => string;
  /** A level over each bar. */
  readonly marks?: readonly number[];
}

const HEIGHT = 124;
const LEFT = 34;
const TOP = 8;
const GROUND = 104;

/** A bar for each day or step, of up to three parts. */
export function Bars({ bars, write = String, marks = [] }: BarsProps) {
  const heights = bars.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0));
  const most = roundUp(Math.max(1, ...heights, ...marks));
  const width = (WIDTH - LEFT) / Math.max(1, bars.length);
  const heightOf = (value: number): number => (value / most) * (GROUND - TOP);
  return (
    <svg className={css['chart']} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {[0, most / 2, most].map((value) => (
        <g key={value}>
          <line
            className={css['grid']}
            x1={LEFT}
            x2={WIDTH}
            y1={GROUND - heightOf(value)}
            y2={GROUND - heightOf(value)}
          />
          <text className={css['tick']} x={LEFT - 5} y={GROUND - heightOf(value) + 4} textAnchor="end">
            {Number.isInteger(value) || most > 10 ? write(value) : ''}
          </text>
        </g>
      ))}
      {bars.map((bar, index) => (
        <OneBar key={bar.key} bar={bar} x={LEFT + index * width} width={width} heightOf={heightOf} />
      ))}
      {marks.map((mark, index) =>
        mark > 0 ? (
          <path
            key={index}
            className={css['mark']}
            d={`M${at(LEFT + index * width)} ${at(GROUND - heightOf(mark))}h${at(width)}`}
          />
        ) : null,
      )}
    </svg>
  );
}

interface OneBarProps {
  readonly bar: Bar;
  readonly x: number;
  readonly width: number;
  readonly heightOf: (value: number) => number;
}

function OneBar({ bar: { parts, label, marked = false }, x, width, heightOf }: OneBarProps) {
  const reach = parts.map((_, tone) => parts.slice(0, tone + 1).reduce((sum, part) => sum + part, 0));
  return (
    <g data-marked={marked}>
      {parts.map((part, tone) => {
        return part > 0 ? (
          <rect
            key={tone}
            className={css['bar']}
            data-tone={tone}
            x={at(x + width * 0.12)}
            width={at(width * 0.76)}
            y={at(GROUND - heightOf(reach[tone] ?? 0))}
            height={at(Math.max(0.8, heightOf(part)))}
          />
        ) : null;
      })}
      {label === undefined ? null : (
        <text
          className={css['tick']}
          data-marked={marked}
          x={at(anchorAt(x + width / 2) === 'end' ? WIDTH : x + width / 2)}
          y={GROUND + 15}
          textAnchor={anchorAt(x + width / 2)}
        >
          {label}
        </text>
      )}
    </g>
  );
}
