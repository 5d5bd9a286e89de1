/** From a draft to what is kept: the points as they were heard, the answer of the record, and the review of its question. */
import type { KeyPoint, PointId, Question } from '#bank/item.ts';
import { tierRank } from '#bank/tier.ts';
import type { Grade } from '#memory/grade.ts';
import { cardOf, type ItemState } from '#review/card-state.ts';
import type { Reviewed } from '#review/event.ts';
import type { EventId } from '#review/ids.ts';
import { MOCK_LIMITS, type MockAnswer, type MockPoint, type MockRecord, type PointHeard } from '#review/mock-record.ts';
import { policyFor } from '#review/policy.ts';
import { proposeGrade } from '#review/propose.ts';
import { reviewedEvent, studyDayOfStamp, type Stamp } from '#review/record.ts';
import { promisesFor, type SchedulePolicy } from '#review/schedule.ts';
import { setupOf } from './link.ts';
import { tickOf, type Draft, type MockRun } from './run.ts';

/**
 * A point that only a follow-up brought out was prompted; one that was spoken to before was said, and so was one whose
 * follow-up was skipped or not answered.
 */
function heardOf({ ticked, touched, followUps }: Draft, id: PointId): PointHeard {
  if (tickOf(ticked, id) === undefined) return 'missed';
  const probed = followUps.some(({ points, tookMs, held }) => tookMs > 0 && held !== false && points.includes(id));
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
    atMs: tickOf(draft.ticked, point.id) ?? null,
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
    setup: setupOf(run.settings),
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
  readonly answer: Pick<MockAnswer, 'points' | 'choice' | 'thinkMs' | 'speakMs'>;
  /** Length of a good answer in the format that was asked, in seconds. */
  readonly goodSeconds: number;
  readonly capMs: number;
  readonly policy: SchedulePolicy;
  readonly rolloverHour: number;
}

/** What an answer speaks for. */
interface Verdict {
  readonly grade: Grade;
  readonly proposed: Grade | null;
  readonly hinted: boolean;
  readonly ticked: ReadonlySet<PointId>;
}

/** A wrong cause is Again. A right one was picked from several, which is a hint: at best Hard. No point of the question was asked for. */
function verdictOfChoice({ right }: NonNullable<MockAnswer['choice']>): Verdict {
  const grade = right ? 2 : 1;
  return { grade, proposed: grade, hinted: right, ticked: new Set() };
}

function verdictOfPoints({ question: { keyPoints, tier }, answer, goodSeconds }: ReviewInput): Verdict {
  const ticked = new Set(answer.points.filter(({ heard }) => heard !== 'missed').map(({ id }) => id));
  const hinted = answer.points.some(({ weight, heard }) => weight === 'core' && heard === 'prompted');
  const tookSeconds = (answer.thinkMs + answer.speakMs) / 1000;
  const proposal = proposeGrade({ points: keyPoints, tier, ticked, hinted, tookSeconds, goodSeconds });
  return { grade: proposal?.grade ?? 1, proposed: proposal?.grade ?? null, hinted, ticked };
}

/**
 * The review that a graded answer is: the grade that its points speak for, Again when none was heard, and at best Hard when a
 * core point had to be asked for. Every point is scored, so that what was missed comes back tomorrow. Where a fault in the
 * question's listing was to be found, right or wrong is the grade, and no point is scored.
 */
export function reviewOf(input: ReviewInput): Reviewed {
  const { stamp, question, state, answer, capMs, rolloverHour } = input;
  const { choice } = answer;
  const card = cardOf(state, null);
  const today = studyDayOfStamp(stamp, rolloverHour);
  const policy = policyFor(input.policy, question, today);
  return reviewedEvent({
    ...(choice ? verdictOfChoice(choice) : verdictOfPoints(input)),
    stamp,
    state,
    card,
    points: choice ? [] : question.keyPoints.map(({ id, weight }) => ({ id, core: weight === 'core' })),
    tookMs: answer.thinkMs + answer.speakMs,
    capMs,
    promises: promisesFor(card, today, policy),
    today,
    policy,
    source: 'mock',
  });
}
