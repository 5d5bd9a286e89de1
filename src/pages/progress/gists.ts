/** What each section of Progress comes to, in a line that is read while the section is closed. */
import { percentOf } from '#bank/percent.ts';
import { countOf, grouped } from '#pages/parts/format.ts';
import type { Floor } from '#progress/house.ts';
import type { LoadDay } from '#progress/load.ts';
import type { Retention } from '#progress/retention.ts';
import type { Sunday } from '#progress/sunday.ts';
import type { ThisWeek } from '#progress/this-week.ts';
import type { Ahead } from './outlook.tsx';
import { timeInWords } from './words.ts';

/** `74 going out, 3 became solid, 5 forgotten again and again`; what is fading is due, and told above. */
export function weekGist({ fading, solid, leeches }: ThisWeek): string {
  const parts = [
    fading.length === 0 ? 'nothing going out' : `${grouped(fading.length)} going out`,
    solid.length === 0 ? 'none became solid' : `${solid.length} became solid`,
    ...(leeches.length > 0 ? [`${leeches.length} forgotten again and again`] : []),
  ];
  return parts.join(', ');
}

/** `96% of what is asked (91% to 99%), about 9 answers a day`; the readiness only when it is worked out, the answers as the plan has them. */
export function aheadGist({ past, load: planned }: Pick<Ahead, 'past' | 'load'>, load: readonly LoadDay[]): string {
  const usual = load.map((day) => day.scheduled + day.again + day.fresh);
  const days = planned?.map(({ back, fresh }) => back + fresh) ?? usual;
  const mean = Math.round(days.reduce((sum, count) => sum + count, 0) / Math.max(1, days.length));
  const answers = `about ${countOf(mean, 'answer')} a day`;
  const now = past?.points.at(-1)?.readiness;
  return now
    ? `${percentOf(now.median)} of what is asked (${percentOf(now.low)} to ${percentOf(now.high)}), ${answers}`
    : answers;
}

/** `135 days in a row, 1 hour 5 minutes in the last seven`. */
export function daysGist({ streak, spent }: Pick<Sunday, 'streak' | 'spent'>): string {
  const row = streak.current === 0 ? 'a new row begins with one card' : `${countOf(streak.current, 'day')} in a row`;
  return `${row}, ${timeInWords(spent.week.reviewMs + spent.week.mockMs)} in the last seven days`;
}

/** `89% of 2,207 cards recalled, the target is 90%`. */
export function memoryGist({ all: { hits, of } }: Retention, target: number): string {
  if (of === 0) return 'no card has come back after a day or more yet';
  return `${percentOf(hits / of)} of ${countOf(of, 'card')} recalled, the target is ${percentOf(target)}`;
}

/** `3 of 23 domains begun`. */
export function houseGist(floors: readonly Floor[]): string {
  return `${floors.filter(({ whole }) => whole.seen > 0).length} of ${countOf(floors.length, 'domain')} begun`;
}
