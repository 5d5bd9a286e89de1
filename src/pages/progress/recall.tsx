import { percentOf } from '#bank/percent.ts';
import { rangeOf } from '#progress/interval.ts';
import type { AgeRetention } from '#progress/retention.ts';
import type { Sunday } from '#progress/sunday.ts';
import { TIME_STEPS } from '#progress/day-tally.ts';
import { Bars } from './bars.tsx';
import { ChartCard } from './chart-card.tsx';
import css from './charts.module.css';
import { GradeStack } from './grade-stack.tsx';
import { scaleFrom } from './plot.ts';
import { ShareRows } from './share-rows.tsx';
import { AGE_NAMES, gradeName, rangeCell, retentionInWords, shareCell, timesInWords } from './recall-words.ts';
import { secondsInWords } from './words.ts';

type FiguresOf<K extends keyof Sunday> = Pick<Sunday, K>;

interface RetentionProps extends FiguresOf<'retention'> {
  /** The share that cards are scheduled for, 0 to 1. */
  readonly target: number;
}

/** The scale that shows all of these. */
function scaleOf(rows: readonly AgeRetention[]): number {
  return scaleFrom(Math.min(...rows.map((row) => (row.of === 0 ? 1 : rangeOf(row).low))));
}

/** True retention against the target, whole and by the age of the cards. */
export function RetentionCard({ retention: { all, ages }, target }: RetentionProps) {
  const named = [
    { ...all, name: 'all cards' },
    ...ages.map((age, index) => ({ ...age, name: AGE_NAMES[index] ?? '' })),
  ];
  const table = {
    caption: 'True retention in the last 90 days by age of the card',
    head: ['Age', 'Asked', 'Recalled', 'Share', '90% range', 'Expected'],
    rows: named.map((row) => [
      row.name,
      row.of,
      row.hits,
      shareCell(row),
      rangeCell(row),
      row.expected === null ? '–' : percentOf(row.expected),
    ]),
  };
  return (
    <ChartCard
      title="Remembered, against the target"
      aside="last 90 days"
      sentence={retentionInWords(all, target)}
      table={all.of === 0 ? null : table}
    >
      {all.of > 0 && (
        <>
          <ShareRows rows={named} target={target} from={scaleOf([all, ...ages])} />
          <ul className={css['key']}>
            <li>Rows: how long ago the card was first answered</li>
            <li>Dashes: the target</li>
            <li>Thin line: the range, nine in ten</li>
            <li>Blue: what was expected</li>
          </ul>
        </>
      )}
    </ChartCard>
  );
}

/** Which grades cards got when they came back, by their age. */
export function GradesCard({ retention: { all, ages } }: FiguresOf<'retention'>) {
  const named = [
    { ...all, name: 'all cards' },
    ...ages.map((age, index) => ({ ...age, name: AGE_NAMES[index] ?? '' })),
  ];
  const [again = 0] = all.grades;
  return (
    <ChartCard
      title="Grades of cards that came back"
      aside="last 90 days"
      sentence={
        all.of === 0
          ? 'The grades you give when a card comes back after a day or more appear here.'
          : `Again was pressed ${again} of ${all.of} times. Again means forgotten; Hard, Good and Easy all count as recalled.`
      }
      table={
        all.of === 0
          ? null
          : {
              caption: 'Grades in the last 90 days by age of the card',
              head: ['Age', 'Again', 'Hard', 'Good', 'Easy'],
              rows: named.map(({ name, grades }) => [name, ...grades]),
            }
      }
    >
      {all.of > 0 && (
        <>
          <GradeStack rows={named.filter(({ of }) => of > 0)} />
          <ul className={css['key']}>
            <li>A Again</li>
            <li>H Hard</li>
            <li>G Good</li>
            <li>E Easy</li>
          </ul>
        </>
      )}
    </ChartCard>
  );
}

/** `under 45 s`, `45 to 60 s`, `over 5 min`. */
function stepName(index: number): string {
  const from = TIME_STEPS[index - 1];
  const to = TIME_STEPS[index] ?? Infinity;
  if (from === undefined) return `under ${secondsInWords(to)}`;
  return to === Infinity ? `${secondsInWords(from)} and more` : `${secondsInWords(from)} to ${secondsInWords(to)}`;
}

/** How long answers take. */
export function AnswerTimeCard({ times, timesBefore }: FiguresOf<'times' | 'timesBefore'>) {
  const slowest = times.byGrade.flatMap((seconds, place) =>
    seconds === null ? [] : [`${gradeName(place)} ${secondsInWords(seconds)}`],
  );
  return (
    <ChartCard
      title="Answer time"
      aside="last 90 days"
      sentence={`${timesInWords(times, timesBefore)}${slowest.length > 0 ? ` On average: ${slowest.join(', ')}.` : ''}`}
      table={
        times.count === 0
          ? null
          : {
              caption: 'Answers to whole questions by their time, last 90 days',
              head: ['Time', 'Answers'],
              rows: times.steps.map((count, index) => [stepName(index), count]),
            }
      }
    >
      {times.count > 0 && (
        <>
          <Bars bars={times.steps.map((count, index) => ({ key: index, parts: [count], label: axisName(index) }))} />
          <ul className={css['key']}>
            <li>Each bar: answers that took less than so many seconds; m: minutes</li>
          </ul>
        </>
      )}
    </ChartCard>
  );
}

/** The upper end of a step, as short as its bar is narrow: `45`, `2m`; the last has none. */
function axisName(index: number): string {
  const end = TIME_STEPS[index] ?? Infinity;
  if (end === Infinity) return 'more';
  return end < 120 ? String(end) : `${end / 60}m`;
}
