import { percentOf } from '#bank/percent.ts';
import { rangeOf, type Share } from '#progress/interval.ts';
import { at, WIDTH } from './plot.ts';
import css from './charts.module.css';

export interface ShareRow extends Share {
  readonly name: string;
  /** What was expected, 0 to 1; drawn as a mark. */
  readonly expected: number | null;
}

export interface ShareRowsProps {
  readonly rows: readonly ShareRow[];
  /** The level to reach, 0 to 1. */
  readonly target?: number;
  /** Where the scale begins, 0 to 1. */
  readonly from: number;
}

const NAME = 92;
const RIGHT = WIDTH - 38;
const ROW = 26;
const TOP = 6;

/** Shares as bars one under the other, each with the range of its estimate, beside the target. */
export function ShareRows({ rows, target, from }: ShareRowsProps) {
  const x = (share: number): number => NAME + ((Math.max(from, share) - from) / (1 - from)) * (RIGHT - NAME);
  const ground = TOP + rows.length * ROW;
  return (
    <svg className={css['chart']} viewBox={`0 0 ${WIDTH} ${ground + 20}`} aria-hidden="true" focusable="false">
      {[from, (1 + from) / 2, 1].map((share) => (
        <g key={share}>
          <line className={css['grid']} x1={at(x(share))} x2={at(x(share))} y1={TOP} y2={ground} />
          <text className={css['tick']} x={at(x(share))} y={ground + 15} textAnchor="middle">
            {percentOf(share)}
          </text>
        </g>
      ))}
      {rows.map((row, index) => (
        <g key={row.name} transform={`translate(0 ${TOP + index * ROW})`}>
          <text className={css['tick']} x={NAME - 8} y="17" textAnchor="end">
            {row.name}
          </text>
          {row.of === 0 ? <Nothing x={NAME + 6} /> : <OneShare row={row} x={x} />}
        </g>
      ))}
      {target !== undefined && (
        <line className={css['target']} x1={at(x(target))} x2={at(x(target))} y1={TOP - 4} y2={ground} />
      )}
    </svg>
  );
}

function Nothing({ x }: { readonly x: number }) {
  return (
    <text className={css['tick']} x={x} y="17">
      none yet
    </text>
  );
}

function OneShare({ row, x }: { readonly row: ShareRow; readonly x: (share: number) => number }) {
  const share = row.hits / row.of;
  const { low, high } = rangeOf(row);
  return (
    <>
      <rect className={css['bar']} data-tone="0" x={NAME} width={at(Math.max(1, x(share) - NAME))} y="6" height="14" />
      {['halo', 'whisker'].map((line) => (
        <line key={line} className={css[line]} x1={at(x(low))} x2={at(x(high))} y1="13" y2="13" />
      ))}
      {row.expected !== null && <path className={css['expected']} d={`M${at(x(row.expected))} 3.5v19`} />}
      <text className={css['tick']} data-marked="true" x={WIDTH} y="17" textAnchor="end">
        {percentOf(share)}
      </text>
    </>
  );
}
