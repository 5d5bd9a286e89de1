import type { DayCount } from '#progress/days.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { dateOf, weekdayOf } from './words.ts';
import css from './progress.module.css';

const HEIGHT = 64;
/** A day with little must still be seen beside a day with much. */
const LOWEST = 3;

/** As many bars as a phone has room for. */
const MOST = 10;

export interface DayBarsProps {
  readonly days: readonly DayCount[];
  readonly today: StudyDay;
  /** What is counted, for the table: `Reviews`. */
  readonly unit: string;
  /** Name of the table. */
  readonly caption: string;
}

/** The days that follow one another; one that lies by itself far ahead stands in the table only. */
function drawnOf(days: readonly DayCount[]): readonly DayCount[] {
  const first = days[0]?.day ?? 0;
  return days.filter(({ day }, index) => day === first + index).slice(0, MOST);
}

/** A bar a day, for the eye; the same numbers as a table, folded. */
export function DayBars({ days, today, unit, caption }: DayBarsProps) {
  const drawn = drawnOf(days);
  return (
    <div>
      <div className={css['chart']} aria-hidden="true">
        <Numbers days={drawn} />
        <Bars days={drawn} today={today} />
        <div className={css['columns']}>
          {drawn.map(({ day }) => (
            <span key={day} data-today={day === today}>
              {weekdayOf(day)}
            </span>
          ))}
        </div>
      </div>
      <Disclosure summary="As a table">
        <DataTable
          caption={caption}
          align={['left', 'right']}
          head={['Day', unit]}
          rows={days.map(({ day, count }) => [`${day === today ? 'Today, ' : ''}${dateOf(day, today)}`, count])}
        />
      </Disclosure>
    </div>
  );
}

function Numbers({ days }: { readonly days: readonly DayCount[] }) {
  return (
    <div className={css['columns']}>
      {days.map(({ day, count }) => (
        <span key={day} className={css['number']}>
          {count}
        </span>
      ))}
    </div>
  );
}

function Bars({ days, today }: Pick<DayBarsProps, 'days' | 'today'>) {
  const most = Math.max(1, ...days.map(({ count }) => count));
  const width = 100 / days.length;
  return (
    <svg className={css['bars']} width="100%" height={HEIGHT} focusable="false">
      {days.map(({ day, count }, index) => {
        const height = count === 0 ? 1 : Math.max(LOWEST, (count / most) * HEIGHT);
        return (
          <rect
            key={day}
            className={css['bar']}
            data-today={day === today}
            data-empty={count === 0}
            x={`${(index + 0.16) * width}%`}
            width={`${0.68 * width}%`}
            y={HEIGHT - height}
            height={height}
            rx={count === 0 ? 0 : 3}
          />
        );
      })}
    </svg>
  );
}
