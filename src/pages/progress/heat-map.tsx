import type { DayKind } from '#progress/streak.ts';
import type { YearDay } from '#progress/year.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { at, WIDTH } from './plot.ts';
import css from './charts.module.css';
import { monthOf } from './words.ts';

export interface HeatMapProps {
  readonly weeks: readonly (readonly YearDay[])[];
  readonly kinds: ReadonlyMap<StudyDay, DayKind>;
  readonly today: StudyDay;
}

/** Half a year a row: on a phone a whole one would be too small to read. */
const COLUMNS = 27;
const LEFT = 30;
const CELL = (WIDTH - LEFT) / COLUMNS;
const TOP = 14;
const ROW = TOP + CELL * 7 + 10;
/** So many columns from the right a month's name would be cut off, and ends with its column instead. */
const EDGE = 2;

/** A year of days: the fuller a day, the more light. A ring is a rest day, a bar a missed day that was forgiven. */
export function HeatMap({ weeks, kinds, today }: HeatMapProps) {
  const halves = [weeks.slice(0, -COLUMNS), weeks.slice(-COLUMNS)];
  return (
    <svg className={css['chart']} viewBox={`0 0 ${WIDTH} ${at(ROW * 2)}`} aria-hidden="true" focusable="false">
      {halves.map((half, row) => (
        <g key={row} transform={`translate(${at(LEFT + (COLUMNS - half.length) * CELL)} ${at(row * ROW)})`}>
          <Weekdays x={-6 - (COLUMNS - half.length) * CELL} />
          {half.map((week, column) => (
            <Week
              key={column}
              week={week}
              column={column}
              isAtEdge={column >= half.length - EDGE}
              before={half[column - 1]}
              kinds={kinds}
              today={today}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}

function Weekdays({ x }: { readonly x: number }) {
  return ['Mon', 'Wed', 'Fri'].map((name, index) => (
    <text key={name} className={css['tick']} x={at(x)} y={at(TOP + (index * 2 + 0.8) * CELL)} textAnchor="end">
      {name}
    </text>
  ));
}

interface WeekProps extends Pick<HeatMapProps, 'kinds' | 'today'> {
  readonly week: readonly YearDay[];
  readonly before: readonly YearDay[] | undefined;
  readonly column: number;
  readonly isAtEdge: boolean;
}

function Week({ week, before, column, isAtEdge, kinds, today }: WeekProps) {
  const month = week[0] && monthOf(week[0].day);
  const isNew = month !== undefined && before?.[0] !== undefined && monthOf(before[0].day) !== month;
  return (
    <g transform={`translate(${at(column * CELL)} ${TOP})`}>
      {isNew && (
        <text className={css['tick']} x={isAtEdge ? at(CELL - 1.6) : 0} y={-4} textAnchor={isAtEdge ? 'end' : 'start'}>
          {month}
        </text>
      )}
      {week.map(({ day, level }, place) => (
        <Day key={day} level={level} kind={kinds.get(day)} place={place} isToday={day === today} />
      ))}
    </g>
  );
}

interface DayProps {
  readonly level: YearDay['level'];
  readonly kind: DayKind | undefined;
  readonly place: number;
  readonly isToday: boolean;
}

function Day({ level, kind, place, isToday }: DayProps) {
  const y = place * CELL;
  const middle = CELL / 2 - 0.5;
  return (
    <>
      <rect
        className={css['day']}
        data-level={level}
        data-today={isToday}
        y={at(y)}
        width={at(CELL - 1.6)}
        height={at(CELL - 1.6)}
        rx="2"
      />
      {kind === 'rest' && <circle className={css['rest']} cx={at(middle)} cy={at(y + middle)} r="2" />}
      {kind === 'frozen' && (
        <line className={css['frozen']} x1="2" x2={at(CELL - 3.4)} y1={at(y + middle)} y2={at(y + middle)} />
      )}
    </>
  );
}
