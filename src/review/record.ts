/** Makes the events of a session. Pure: ids, device and time come in as a stamp. */
import type { PointId } from '#bank/item.ts';
import type { Grade } from '#memory/grade.ts';
import { studyDayOf, type StudyDay } from '#memory/study-day.ts';
import { cardOf, type CardState, type ItemState } from './card-state.ts';
import type { Guess, PointOutcome, Reviewed } from './event.ts';
import type { DeviceId, EventId } from './ids.ts';
import { duePoint, type Promises, type SchedulePolicy } from './schedule.ts';

/** What every event carries: who, when and where. */
export interface Stamp {
  readonly id: EventId;
  readonly device: DeviceId;
  readonly atMs: number;
  readonly offsetMinutes: number;
}

/** Of a key point, what grading needs to know. */
export interface GradedPoint {
  readonly id: PointId;
  readonly core: boolean;
}

export interface GradeInput {
  readonly stamp: Stamp;
  readonly state: ItemState;
  readonly card: CardState;
  /** The points of the question; ignored when the card is itself a point. */
  readonly points: readonly GradedPoint[];
  readonly ticked: ReadonlySet<PointId>;
  readonly grade: Grade;
  readonly proposed: Grade | null;
  readonly hinted: boolean;
  readonly tookMs: number;
  /** The longest answer time that is recorded, in ms. */
  readonly capMs: number;
  /** What the buttons showed. */
  readonly promises: Promises;
  readonly today: StudyDay;
  readonly policy: SchedulePolicy;
  /** Where it was answered; in a mock every point is scored, also when none was ticked. */
  readonly source?: 'review' | 'mock';
  /** What the person believed before the answer was shown, if they were asked. */
  readonly guess?: Guess | null;
}

/** The study day of a stamp. */
export function studyDayOfStamp(stamp: Stamp, rolloverHour: number): StudyDay {
  return studyDayOf(stamp.atMs, stamp.offsetMinutes, rolloverHour);
}

/** The event of one grade: the promise that was shown, and what became of each point if any was ticked. */
export function reviewedEvent(input: GradeInput): Reviewed {
  const { stamp, card, grade } = input;
  return {
    type: 'reviewed',
    ...stamp,
    item: card.item,
    card: card.id,
    grade,
    due: input.promises[grade],
    points: card.point === null ? outcomes(input) : [],
    tookMs: Math.round(Math.min(input.tookMs, input.capMs)),
    proposed: input.proposed,
    hinted: input.hinted,
    source: input.source ?? 'review',
    ...(input.guess && { guess: input.guess }),
  };
}

function outcomes({ state, points, ticked, today, policy, source }: GradeInput): PointOutcome[] {
  if (ticked.size === 0 && source !== 'mock') return [];
  return points.map(({ id, core }) => {
    const hit = ticked.has(id);
    return { id, hit, due: duePoint(cardOf(state, id), hit, core, today, policy) };
  });
}
