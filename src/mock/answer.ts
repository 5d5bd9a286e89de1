/** From a draft to what is kept: the points as they were heard, the answer of the record, and the review of its question. */
import type { KeyPoint, PointId, Question } from '#bank/item.ts';
import { tierRank } from '#bank/tier.ts';
import { cardOf, type ItemState } from '#review/card-state.ts';
import type { Reviewed } from '#review/event.ts';
import type { EventId } from '#review/ids.ts';
import { MOCK_LIMITS, type MockAnswer, type MockPoint, type MockRecord, type PointHeard } from '#review/mock-record.ts';
import { policyFor } from '#review/policy.ts';
import { proposeGrade } from '#review/propose.ts';
import { reviewedEvent, studyDayOfStamp, type Stamp } from '#review/record.ts';
import { promisesFor, type SchedulePolicy } from '#review/schedule.ts';
import type { Draft, MockRun } from './run.ts';
import { mockQuery } from './settings.ts';

/** A point that only a follow-up brought out was prompted; one that was spoken to before was said. */
function heardOf({ ticked, touched, followUps }: Draft, id: PointId): PointHeard {
  if (!(id in ticked)) return 'missed';
  const probed = followUps.some(({ points, tookMs }) => tookMs > 0 && points.includes(id));
  return probed && !touched.includes(id) ? 'prompted' : 'said';
}

/** Details that are expected only from a higher tier than the question's are a bonus here. */
function weightFor({ weight, from }: KeyPoint, { tier }: Pick<Question, 'tier'>): KeyPoint['weight'] {
  return weight === 'detail' && tierRank(from) > tierRank(tier) ? 'bonus' : weight;
}

/** The points of a question as they were heard in a draft. */
export function pointsHeard(question: Pick<Question, 'keyPoints' | 'tier'>, draft: Draft): MockPoint[] {
  return question.keyPoints.map((point) => ({
    id: point.id,
    weight: weightFor(point, question),
    heard: heardOf(draft, point.id),
    atMs: draft.ticked[point.id] ?? null,
    concept: point.concept ?? null,
  }));
}

/** What the record keeps of a draft; `event` is the review that it became. */
export function answerOf(draft: Draft, event: EventId | null): MockAnswer {
  const { asked, outcome, followUps, choice, axes, guess, thinkMs, speakMs, voice, points } = draft;
  const { item, title, topic, tier, kind } = asked;
  return {
    item,
    ask: asked.as === 'question' ? 'question' : 'cause',
    title: title.slice(0, MOCK_LIMITS.line),
    topic,
    tier,
    kind,
    outcome: outcome === 'open' ? 'skipped' : outcome,
    points: outcome === 'graded' ? points : [],
    followUps: followUps.map(({ ask, held, tookMs }) => ({ ask, held, tookMs })),
    choice,
    axes,
    guess,
    thinkMs,
    speakMs,
    voice,
    notes: draft.notes.slice(0, MOCK_LIMITS.text),
    next: draft.next.slice(0, MOCK_LIMITS.text),
    event,
  };
}

/** The record of a run that has come to its end. `eventOf` gives the review that a place became, if any. */
export function recordOf(run: MockRun, finishedAtMs: number, eventOf: (place: number) => EventId | null): MockRecord {
  return {
    setup: mockQuery(run.settings),
    by: 'self',
    startedAtMs: run.startedAtMs,
    finishedAtMs: Math.max(run.startedAtMs, finishedAtMs),
    ended: run.ended,
    pauses: run.pauses.slice(0, MOCK_LIMITS.pauses),
    answers: run.drafts.slice(0, MOCK_LIMITS.answers).map((draft, place) => answerOf(draft, eventOf(place))),
  };
}

export interface ReviewInput {
  /** Made at the moment of grading. */
  readonly stamp: Stamp;
  readonly question: Question;
  /** What the log says of the question before this answer. */
  readonly state: ItemState;
  readonly answer: Pick<MockAnswer, 'points' | 'thinkMs' | 'speakMs'>;
  /** Length of a good answer in the format that was asked, in seconds. */
  readonly goodSeconds: number;
  readonly capMs: number;
  readonly policy: SchedulePolicy;
  readonly rolloverHour: number;
}

/**
 * The review that a graded answer is: the grade that its points speak for, Again when none was heard, and at best Hard when a
 * core point had to be asked for. Every point is scored, so that what was missed comes back tomorrow.
 */
export function reviewOf(input: ReviewInput): Reviewed {
  const { stamp, question, state, answer, goodSeconds, capMs, rolloverHour } = input;
  const { keyPoints, tier } = question;
  const ticked = new Set(answer.points.filter(({ heard }) => heard !== 'missed').map(({ id }) => id));
  const hinted = answer.points.some(({ weight, heard }) => weight === 'core' && heard === 'prompted');
  const tookMs = answer.thinkMs + answer.speakMs;
  const proposed = proposeGrade({
    points: keyPoints,
    tier,
    ticked,
    hinted,
    tookSeconds: tookMs / 1000,
    goodSeconds,
  });
  const card = cardOf(state, null);
  const today = studyDayOfStamp(stamp, rolloverHour);
  const policy = policyFor(input.policy, question, today);
  return reviewedEvent({
    stamp,
    state,
    card,
    points: keyPoints.map(({ id, weight }) => ({ id, core: weight === 'core' })),
    ticked,
    grade: proposed?.grade ?? 1,
    proposed: proposed?.grade ?? null,
    hinted,
    tookMs,
    capMs,
    promises: promisesFor(card, today, policy),
    today,
    policy,
    source: 'mock',
  });
}
