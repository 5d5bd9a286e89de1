import type { StudyDay } from '#memory/study-day.ts';
import { countOf, dayInWords } from '#pages/parts/format.ts';
import type { LoadDay } from '#progress/load.ts';
import { Bars } from './bars.tsx';
import { ChartCard } from './chart-card.tsx';
import css from './charts.module.css';
import { dateOf, shortDateOf } from './words.ts';

const totalOf = ({ scheduled, again, fresh }: LoadDay): number => scheduled + again + fresh;

export interface LoadCardProps {
  readonly load: readonly LoadDay[];
  readonly today: StudyDay;
  readonly newPerDay: number;
}

function loadInWords(load: readonly LoadDay[], today: StudyDay, newPerDay: number): string {
  const total = load.reduce((sum, day) => sum + totalOf(day), 0);
  if (total < 0.5) return 'Nothing comes back in the next 30 days, and no new question is left.';
  const fullest = load.reduce((most, day) => (totalOf(day) > totalOf(most) ? day : most));
  const fresh = newPerDay === 0 ? 'Without new questions' : `With ${countOf(newPerDay, 'new question')} a day`;
  const mean = Math.round(total / load.length);
  return `${fresh} you will give about ${countOf(mean, 'answer')} a day; the fullest day is ${dayInWords(
    fullest.day,
    today,
  )} with about ${Math.round(totalOf(fullest))}. Expected from your memory, if every day is done.`;
}

/** What the next 30 days hold. */
export function LoadCard({ load, today, newPerDay }: LoadCardProps) {
  return (
    <ChartCard
      title="The next 30 days"
      sentence={loadInWords(load, today, newPerDay)}
      table={{
        caption: 'Expected answers on each of the next 30 days',
        head: ['Day', 'Scheduled', 'Back again', 'New', 'Together'],
        rows: load.map((day) => [
          day.day === today ? `Today, ${dateOf(day.day, today)}` : dateOf(day.day, today),
          day.scheduled,
          Math.round(day.again),
          Math.round(day.fresh),
          Math.round(totalOf(day)),
        ]),
      }}
    >
      <Bars
        bars={load.map((day, index) => ({
          key: day.day,
          parts: [day.scheduled, day.again, day.fresh],
          ...(index % 7 === 0 ? { label: index === 0 ? 'today' : shortDateOf(day.day) } : {}),
          marked: index === 0,
        }))}
      />
      <ul className={css['key']}>
        <li>Full: scheduled today</li>
        <li>Lighter: comes back again</li>
        <li>Hollow: new questions and what follows</li>
      </ul>
    </ChartCard>
  );
}
