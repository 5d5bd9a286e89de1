import type { StudyDay } from '#memory/study-day.ts';
import { countOf } from '#pages/parts/format.ts';
import { numberOf, type Tallies } from '#progress/day-tally.ts';
import { DAYS_A_FREEZE, MOST_FREEZES, type Streak } from '#progress/streak.ts';
import type { Sunday } from '#progress/sunday.ts';
import { Bars } from './bars.tsx';
import { ChartCard } from './chart-card.tsx';
import { HeatMap } from './heat-map.tsx';
import css from './charts.module.css';
import { dayCell, monthOf, shortDateOf, timeInWords } from './words.ts';

interface YearProps extends Pick<Sunday, 'year' | 'streak'> {
  readonly tallies: Tallies;
  readonly today: StudyDay;
}

/** On what lies ahead by this device's calendar; nothing where nothing does. */
function aheadInWords(tallies: Tallies, today: StudyDay): string {
  const days = [...tallies.values()].filter(({ day }) => day > today);
  const ahead = days.reduce((sum, tally) => sum + numberOf(tally, 'answers'), 0);
  if (ahead === 0) return '';
  const lie = ahead === 1 ? '1 more lies' : `${ahead} more lie`;
  return ` ${lie} ahead of today: you travelled, or the clock was set back.`;
}

function streakInWords({ current, longest, freezes, days }: Streak): string {
  const forgiven = freezes === 0 ? '' : ` ${countOf(freezes, 'missed day')} would be forgiven.`;
  const rested = [...days.values()].at(-1) === 'open' ? 'today is still open' : 'today is done';
  if (current === 0)
    return longest === 0 ? '' : ` The longest run was ${countOf(longest, 'day')}; the next begins with one card.`;
  return ` ${countOf(current, 'day')} in a row, ${rested}; the longest run was ${longest}.${forgiven}`;
}

/** A year of days, with the days in a row. */
export function YearCard({ year, streak, tallies, today }: YearProps) {
  const days = year.flat();
  const answers = days.reduce((sum, day) => sum + day.answers, 0);
  const active = days.filter((day) => day.answers > 0);
  const counted = `${countOf(answers, 'answer')} on ${countOf(active.length, 'day')} of the last year.`;
  return (
    <ChartCard
      title="A year of days"
      aside={streak.current > 0 ? `${countOf(streak.current, 'day')} in a row` : undefined}
      sentence={`${counted}${streakInWords(streak)}${aheadInWords(tallies, today)}`}
      table={{
        caption: 'Days with answers in the last year, the latest first',
        head: ['Day', 'Answers'],
        rows: active.toReversed().map(({ day, answers: count }) => [dayCell(day, today), count]),
      }}
    >
      <HeatMap weeks={year} kinds={streak.days} today={today} />
      <ul className={css['key']}>
        <li>Stronger: more answers that day</li>
        <li>○ planned rest day</li>
        <li>
          – missed and forgiven: {DAYS_A_FREEZE} days earn one, {MOST_FREEZES} are kept
        </li>
      </ul>
    </ChartCard>
  );
}

interface TimeProps extends Pick<Sunday, 'spent'> {
  readonly tallies: Tallies;
  readonly today: StudyDay;
}

const WEEKS = 12;

interface WeekTime {
  readonly from: StudyDay;
  readonly reviewMs: number;
  readonly mockMs: number;
}

function weeksOf(tallies: Tallies, today: StudyDay): WeekTime[] {
  return Array.from({ length: WEEKS }, (_, index) => {
    const from = (today - (WEEKS - index) * 7 + 1) as StudyDay;
    const days = Array.from({ length: 7 }, (_day, offset) => tallies.get((from + offset) as StudyDay));
    const sum = (figure: 'reviewMs' | 'mockMs'): number => days.reduce((ms, day) => ms + numberOf(day, figure), 0);
    return { from, reviewMs: sum('reviewMs'), mockMs: sum('mockMs') };
  });
}

const minutes = (ms: number): number => Math.round(ms / 60_000);

/** Where the time went, week by week. */
export function TimeCard({ spent, tallies, today }: TimeProps) {
  const weeks = weeksOf(tallies, today);
  const { week, recent } = spent;
  const mocks = recent.mockMs > 0 ? `, ${timeInWords(recent.mockMs)} of them in mocks` : '';
  const [lastWeek, lastMonths] = [week, recent].map(({ reviewMs, mockMs }) => timeInWords(reviewMs + mockMs));
  return (
    <ChartCard
      title="Time at answers"
      sentence={`Last seven days: ${lastWeek}. Last 90 days: ${lastMonths}${mocks}. From the question until the grade, while the page was in sight.`}
      table={{
        caption: 'Minutes at answers in the last twelve weeks',
        head: ['Seven days from', 'Reviews, minutes', 'Mocks, minutes'],
        rows: weeks.map(({ from, reviewMs, mockMs }) => [
          { day: from, text: shortDateOf(from) },
          minutes(reviewMs),
          minutes(mockMs),
        ]),
      }}
    >
      <Bars
        bars={weeks.map(({ from, reviewMs, mockMs }, index) => ({
          key: from,
          parts: [minutes(reviewMs), minutes(mockMs)],
          ...(isMonthBegun(weeks, index) ? { label: monthOf(from) } : {}),
          marked: index === WEEKS - 1,
        }))}
      />
      <ul className={css['key']}>
        <li>Minutes in seven days</li>
        <li>Full: reviews</li>
        <li>Lighter, on top: mocks</li>
      </ul>
    </ChartCard>
  );
}

function isMonthBegun(weeks: readonly WeekTime[], index: number): boolean {
  const [here, before] = [weeks[index], weeks[index - 1]];
  return here !== undefined && before !== undefined && monthOf(before.from) !== monthOf(here.from);
}
