import { percentOf } from '#bank/percent.ts';
import { inlinesOf, plainOf } from '#bank/inlines.ts';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { ItemId } from '#bank/item.ts';
import type { StudyDay } from '#memory/study-day.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { longDay } from '#pages/parts/dates.ts';
import { countOf } from '#pages/parts/format.ts';
import { recallCurves, memoryStepsOf, type MemoryStep } from '#progress/card-memory.ts';
import type { WayQuestion } from '#progress/way.ts';
import { policyFor } from '#review/policy.ts';
import { readAims } from '#storage/aims.ts';
import { readEventsOf } from '#storage/item-states.ts';
import { useLive } from '#storage/use-live.ts';
import { Select } from '#ui/text-field.tsx';
import { ChartCard } from './chart-card.tsx';
import { MemoryCurves } from './memory-curves.tsx';
import { gradeName } from './recall-words.ts';
import { reveal } from './reveal.ts';
import css from './charts.module.css';
import { dayCell } from './words.ts';

export interface CardMemoryCardProps {
  readonly item: ItemId;
  /** The questions that were ever answered. */
  readonly answered: readonly WayQuestion[];
  readonly today: StudyDay;
  readonly environment: Environment;
  readonly onChoose: (item: ItemId) => void;
  /** The card that was asked for by a press and so comes into view. */
  readonly asked: ItemId | null;
}

const AHEAD = 0.25;

/** A title where no code can be set apart. */
const nameOf = (title: string): string => plainOf(inlinesOf(title));

/** A list of the system holds no more than these well; another is named in the address. */
const OFFERED = 400;

/** The first of those that were answered, and the chosen one. */
function offeredOf(answered: readonly WayQuestion[], item: ItemId): readonly WayQuestion[] {
  const first = answered.slice(0, OFFERED);
  const chosen = answered.slice(OFFERED).filter(({ id }) => id === item);
  return [...chosen, ...first];
}

/** How well a question is to be known: as its topic or an interview asks, otherwise as everything. */
function useTarget(question: WayQuestion | undefined, today: StudyDay, { context, settings }: Environment): number {
  const aimOf = useLive(({ db }) => readAims(db, settings), [settings]);
  const { scheduler } = context;
  const own = question ? policyFor({ scheduler, aimOf }, question, today).scheduler : scheduler;
  return own.parameters.desiredRetention;
}

/** The memory of one card: how it fell and was lifted, and where it goes from here. */
export function CardMemoryCard({ item, answered, today, environment, onChoose, asked }: CardMemoryCardProps) {
  const { context } = environment;
  const frame = useRef<HTMLDivElement>(null);
  const events = useLive(({ db }) => readEventsOf(db, item), [item]);
  useEffect(() => {
    if (asked !== null) reveal(frame.current, 'center');
  }, [asked]);
  const steps = events ? memoryStepsOf(item, events, context) : [];
  const first = steps[0]?.day ?? today;
  const until = (today + Math.max(14, Math.ceil((today - first) * AHEAD))) as StudyDay;
  const question = answered.find(({ id }) => id === item);
  const title = nameOf(question?.title ?? item);
  const target = useTarget(question, today, environment);
  return (
    <div ref={frame}>
      <ChartCard
        title="The memory of one card"
        sentence={steps.length === 0 ? ' ' : memoryInWords(steps, today, environment, target)}
        table={{
          caption: `Answers to: ${title}`,
          of: ['Question', title],
          head: ['Day', 'Grade', 'Chance then', 'Lasts (days)', 'Difficulty'],
          rows: steps
            .toReversed()
            .map(({ day, grade, recall, memory }) => [
              dayCell(day, today),
              gradeName(grade - 1),
              recall === null ? 'first' : percentOf(recall),
              Math.round(memory.stability * 10) / 10,
              Math.round(memory.difficulty * 10) / 10,
            ]),
        }}
      >
        <Select
          label="Card"
          value={item}
          options={offeredOf(answered, item).map(({ id, title: name }) => ({ value: id, label: nameOf(name) }))}
          onChange={onChoose}
        />
        <p className={css['words']}>
          <Link to={`/q/${item}`}>Open the question</Link>
        </p>
        <MemoryCurves
          steps={steps}
          curves={recallCurves(steps, until, context.scheduler)}
          today={today}
          until={until}
          target={target}
        />
      </ChartCard>
    </div>
  );
}

/** `7 answers since 3 August, 1 of them forgotten. Its memory lasts about 34 days now …` */
function memoryInWords(
  steps: readonly MemoryStep[],
  today: StudyDay,
  { context }: Environment,
  target: number,
): string {
  const [first] = steps;
  const last = steps.at(-1);
  if (!first || !last) return '';
  const { stability, difficulty } = last.memory;
  const failed = steps.filter(({ grade }) => grade === 1).length;
  const chance = context.scheduler.retrievability(last.memory, Math.max(0, today - last.day));
  const forgotten = failed === 0 ? 'none forgotten' : `${failed} forgotten`;
  const kind = difficulty < 4 ? 'easy for you' : difficulty < 7 ? 'of middling difficulty' : 'hard for you';
  return [
    `${countOf(steps.length, 'answer')} since ${longDay(first.day, today)}, ${forgotten}.`,
    `You would recall it today with a chance of ${percentOf(chance)}, and want ${percentOf(target)}.`,
    `Stability ${daysInWords(stability)}: the time until that chance has fallen from 100% to 90%.`,
    `Difficulty ${difficulty.toFixed(1)} of 10: ${kind}.`,
  ].join(' ');
}

function daysInWords(days: number): string {
  return days < 1 ? 'less than a day' : countOf(Math.round(days), 'day');
}
