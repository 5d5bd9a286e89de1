import { countOf, dayInWords } from '#pages/parts/format.ts';
import { fullestOf, sumOf, type DayCount } from '#progress/days.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { Card, Muted } from '#ui/card.tsx';
import { DayBars } from './day-bars.tsx';
import { dateOf } from './words.ts';

interface WeekProps {
  readonly days: readonly DayCount[];
  readonly today: StudyDay;
}

/** On what lies ahead by this device's calendar; nothing where nothing does. */
function aheadInWords(days: readonly DayCount[], today: StudyDay): string {
  const ahead = sumOf(days.filter(({ day }) => day > today));
  if (ahead === 0) return '';
  const one = sumOf(days) === 1 ? 'It lies' : 'One of them lies';
  const which = ahead === 1 ? one : `${ahead} of them lie`;
  return ` ${which} ahead of today: you travelled, or the clock was set back.`;
}

function reviewsInWords(days: readonly DayCount[], today: StudyDay): string {
  const fullest = fullestOf(days);
  if (!fullest) return 'No review in the last seven days. Whatever you knew is still counted, a little dimmer.';
  const active = days.filter(({ count }) => count > 0).length;
  const counted = `${countOf(sumOf(days), 'review')} on ${countOf(active, 'day')}; most on ${dateOf(fullest.day, today)}.`;
  return counted + aheadInWords(days, today);
}

/** What was reviewed in the last seven days, and on days that lie ahead by this device's calendar. */
export function LastWeek({ days, today }: WeekProps) {
  return (
    <Card title="Last seven days">
      <Muted>{reviewsInWords(days, today)}</Muted>
      <DayBars days={days} today={today} unit="Reviews" caption="Reviews in the last seven days" />
    </Card>
  );
}

function dueInWords(days: readonly DayCount[], today: StudyDay): string {
  const fullest = fullestOf(days);
  if (!fullest) return 'Nothing you have learnt comes back within a week.';
  const all = sumOf(days);
  const sentence = `${countOf(all, 'card')} ${all === 1 ? 'comes' : 'come'} back within a week`;
  if (fullest.count === all) return `${sentence}, ${dayInWords(fullest.day, today)}.`;
  return `${sentence}; most ${dayInWords(fullest.day, today)}.`;
}

/** What comes back in the next seven days, as things stand. */
export function NextWeek({ days, today }: WeekProps) {
  return (
    <Card title="Next seven days">
      <Muted>{dueInWords(days, today)} New questions and what you forget come on top.</Muted>
      <DayBars days={days} today={today} unit="Cards due" caption="Cards due in the next seven days" />
    </Card>
  );
}
