import { percentOf } from '#bank/percent.ts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Question } from '#bank/item.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import { daysBetween, type StudyDay } from '#memory/study-day.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { countOf, dayInWords } from '#pages/parts/format.ts';
import { fullDay, pastDayInWords, standingInWords } from '#pages/parts/standing.ts';
import { standingKindOf } from '#progress/standing.ts';
import { useToday } from '#pages/parts/use-today.ts';
import { policyFor } from '#review/policy.ts';
import { cardOf, type CardState, type ItemState, type Learned } from '#review/card-state.ts';
import { Button } from '#ui/button.tsx';
import { Kicker } from '#ui/card.tsx';
import { DueDate } from './due-date.tsx';
import { History } from './history.tsx';
import { pointMemory } from './point-words.ts';
import type { FoundItem } from './read-view.ts';
import { RecallCurve } from './recall-curve.tsx';
import css from './aside.module.css';

export interface MemoryPanelProps {
  readonly question: Question;
  readonly view: Pick<FoundItem, 'state' | 'events' | 'aimOf'>;
  readonly environment: Environment;
  readonly onResume: () => void;
  readonly onDue: (day: StudyDay) => void;
}

/** The person's own schedule for a question, in words, with the curve that it follows. */
export function MemoryPanel({ question, view, environment, onResume, onDue }: MemoryPanelProps) {
  const today = useToday(environment.settings);
  const { state, events, aimOf } = view;
  const { scheduler } = environment.context;
  const { desiredRetention } = policyFor({ scheduler, aimOf }, question, today).scheduler.parameters;
  const card = cardOf(state, null);
  const { learning, suspended } = card;
  return (
    <section className={css['memory']} aria-labelledby="memory">
      <Kicker>Your memory</Kicker>
      <h2 id="memory" className={css['standing']}>
        {learning.kind === 'new' && !suspended ? 'Not yet asked' : standingInWords(card, today)}
      </h2>
      <p className={css['words']}>{sentence(card, today)}</p>
      {learning.kind === 'learned' && (
        <Learnt
          learned={learning}
          suspended={suspended}
          scheduler={scheduler}
          target={desiredRetention}
          today={today}
        />
      )}
      {learning.kind === 'learned' && <p className={css['words']}>{coreWords(question, state, today)}</p>}
      {learning.kind === 'learned' && learning.due.kind === 'day' && !suspended && (
        <DueDate due={learning.due.day} today={today} onDue={onDue} />
      )}
      {suspended && <Button onClick={onResume}>Resume</Button>}
      {standingKindOf(card, today) === 'fading' && <Link to="/review">Go to today’s review</Link>}
      <History question={question} events={events} environment={environment} />
    </section>
  );
}

function sentence({ learning, suspended, buriedUntil }: CardState, today: StudyDay): string {
  if (suspended) return 'It is not asked until you bring it back.';
  if (buriedUntil !== null && buriedUntil > today)
    return `Set aside: it may be asked again ${dayInWords(buriedUntil, today)}.`;
  return learning.kind === 'new' ? 'It comes as a new question when its turn is reached.' : '';
}

/** Of the core points that were ever ticked or missed, how many were said last time. */
function coreWords({ keyPoints }: Question, state: ItemState, today: StudyDay): string {
  const core = keyPoints.filter((point) => point.weight === 'core');
  const kinds = core.map((point) => pointMemory(cardOf(state, point.id), today).kind);
  if (kinds.every((kind) => kind === 'notAsked')) return 'No single point has been ticked yet.';
  const hit = kinds.filter((kind) => kind === 'recalled').length;
  return `${hit} of ${countOf(core.length, 'core point')} recalled when last asked.`;
}

interface LearntProps {
  readonly learned: Learned;
  readonly suspended: boolean;
  readonly scheduler: Scheduler;
  /** The desired retention of this question. */
  readonly target: number;
  readonly today: StudyDay;
}

function Learnt({ learned, suspended, scheduler, target, today }: LearntProps) {
  const { memory, lastDay, due, reps, lapses } = learned;
  const elapsed = daysBetween(lastDay, today);
  return (
    <>
      <RecallCurve
        recallAt={(days) => scheduler.retrievability(memory, days)}
        elapsedDays={elapsed}
        dueInDays={due.kind === 'unscheduled' ? null : daysBetween(lastDay, due.day)}
        target={target}
      />
      <dl className={css['facts']}>
        <Fact name="Recall chance today">{percentOf(scheduler.retrievability(memory, elapsed))}</Fact>
        <Fact name="Desired retention">{retentionInWords(target, scheduler.parameters.desiredRetention)}</Fact>
        {due.kind !== 'unscheduled' && !suspended && <Fact name="Due">{fullDay(due.day)}</Fact>}
        <Fact name="Last review">{pastDayInWords(lastDay, today).replace(/^on /u, '')}</Fact>
        <Fact name="Reviews">{reps}</Fact>
        <Fact name="Lapses">{lapses}</Fact>
      </dl>
    </>
  );
}

/** How well it is to be known; where that is not as everywhere, both. */
function retentionInWords(own: number, common: number): string {
  return own === common ? percentOf(own) : `${percentOf(own)}, otherwise ${percentOf(common)}`;
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
