import { percentOf } from '#bank/percent.ts';
import { at, WIDTH } from './plot.ts';
import css from './charts.module.css';

export interface GradeRow {
  readonly name: string;
  /** How many, from Again to Easy. */
  readonly grades: readonly number[];
}

const NAME = 92;
const ROW = 26;
const TOP = 4;
/** Shares from which a part has room for its number, and for its letter. */
const ROOM = { number: 0.18, letter: 0.06 } as const;

/** How often each button was pressed, as parts of a whole; each part has a letter beside its colour. */
export function GradeStack({ rows }: { readonly rows: readonly GradeRow[] }) {
  return (
    <svg
      className={css['chart']}
      viewBox={`0 0 ${WIDTH} ${TOP + rows.length * ROW}`}
      aria-hidden="true"
      focusable="false"
    >
      {rows.map(({ name, grades }, index) => (
        <g key={name} transform={`translate(0 ${TOP + index * ROW})`}>
          <text className={css['tick']} x={NAME - 8} y="15" textAnchor="end">
            {name}
          </text>
          <Parts grades={grades} />
        </g>
      ))}
    </svg>
  );
}

function Parts({ grades }: Pick<GradeRow, 'grades'>) {
  const total = grades.reduce((sum, count) => sum + count, 0);
  const place = (count: number): number => (total === 0 ? 0 : (count / total) * (WIDTH - NAME));
  return grades.map((count, grade) => {
    const share = total === 0 ? 0 : count / total;
    const width = place(count);
    const x = NAME + place(grades.slice(0, grade).reduce((sum, each) => sum + each, 0));
    return share === 0 ? null : (
      <g key={grade}>
        <rect
          className={css['grade']}
          data-grade={grade + 1}
          x={at(x + 0.5)}
          width={at(Math.max(0.5, width - 1))}
          y="2"
          height="18"
        />
        {share >= ROOM.letter && (
          <text className={css['inside']} x={at(x + width / 2)} y="15" textAnchor="middle">
            {share >= ROOM.number ? `${'AHGE'.charAt(grade)} ${percentOf(share)}` : 'AHGE'.charAt(grade)}
          </text>
        )}
      </g>
    );
  });
}
