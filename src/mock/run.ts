/**
 * A mock interview in flight, as plain data that is stored at every step: whoever reloads, crashes or loses power comes back
 * to the same question and the same clock. The machine itself is `reduceRun`.
 */
import type { PointId } from '#bank/item.ts';
import type { AxisScores, MockAnswer, MockFollowUp, MockPause, MockPoint, VoiceNumbers } from '#review/mock-record.ts';
import type { Drawn, DrawnQuestion } from './drawn.ts';
import { nextRung } from './ladder.ts';
import type { MockFormat, MockSettings } from './settings.ts';

/**
 * think, speak: the answer; guess: how much of it was there, before seeing; touch: which prompts were spoken to; followUp: one
 * that was chosen by what was missed; choose: which of several is the cause; grade: the answer beside what was said.
 */
export type Stage = 'think' | 'speak' | 'guess' | 'touch' | 'followUp' | 'choose' | 'grade';

export interface AskedFollowUp extends MockFollowUp {
  readonly points: readonly PointId[];
}

/** One question with all that is known of its answer so far. */
export interface Draft {
  readonly asked: DrawnQuestion;
  readonly outcome: 'open' | MockAnswer['outcome'];
  /** It was spoken to: it can be graded. */
  readonly answered: boolean;
  readonly thinkMs: number;
  readonly speakMs: number;
  /** Of a deep dive: time in each phase so far, the last one running. */
  readonly phases: readonly number[];
  readonly guess: number | null;
  /** Points whose prompt was spoken to, by the person's own word, before they were shown. */
  readonly touched: readonly PointId[];
  /** Points that were ticked, with the place in the recording if it was known. */
  readonly ticked: Readonly<Record<PointId, number | null>>;
  readonly followUps: readonly AskedFollowUp[];
  /** Which follow-up is asked now; as many as there are when all were. */
  readonly followUp: number;
  readonly choice: MockAnswer['choice'];
  readonly axes: AxisScores;
  readonly notes: string;
  readonly next: string;
  readonly voice: VoiceNumbers | null;
  /** Fixed when it is graded. */
  readonly points: readonly MockPoint[];
  readonly gradedAtMs: number | null;
}

export interface MockRun {
  readonly id: string;
  readonly settings: MockSettings;
  /** Of a ladder: what it may ask; empty otherwise. */
  readonly atHand: readonly DrawnQuestion[];
  /** All questions of a draw, those asked so far of a ladder. */
  readonly drafts: readonly Draft[];
  readonly place: number;
  /** Null: all is answered and graded. */
  readonly stage: Stage | null;
  readonly startedAtMs: number;
  /** Since when the stage's clock runs; null while paused. Every input moves it on, so that a crash loses a beat at most. */
  readonly sinceMs: number | null;
  readonly pausedAtMs: number | null;
  readonly pauses: readonly MockPause[];
  readonly ended: 'complete' | 'early';
}

const NO_AXES: AxisScores = { structure: null, correctness: null, depth: null, communication: null };

/** A question of which nothing is answered yet. */
export function newDraft(asked: DrawnQuestion): Draft {
  return {
    asked,
    outcome: 'open',
    answered: false,
    thinkMs: 0,
    speakMs: 0,
    phases: [],
    guess: null,
    touched: [],
    ticked: {},
    followUps: [],
    followUp: 0,
    choice: null,
    axes: NO_AXES,
    notes: '',
    next: '',
    voice: null,
    points: [],
    gradedAtMs: null,
  };
}

type Ticked = Draft['ticked'];

/**
 * The place of a tick in the recording, null when it is not known; undefined for a point that is not ticked. Looked up as the
 * draft's own: a point may be called `constructor`.
 */
export function tickOf(ticked: Ticked, point: PointId): number | null | undefined {
  return Object.hasOwn(ticked, point) ? ticked[point] : undefined;
}

/** Ticks a point, or takes its tick back. */
export function withTick(ticked: Ticked, point: PointId, atMs: number | null): Ticked {
  const { [point]: _, ...rest } = ticked;
  return tickOf(ticked, point) === undefined ? { ...rest, [point]: atMs } : rest;
}

/** The beginning of an interview; of a ladder only the first question is asked. Null when nothing was drawn. */
export function startRun(id: string, settings: MockSettings, drawn: Drawn, nowMs: number): MockRun | null {
  const climbs = settings.format === 'ladder' && settings.items.length === 0;
  const first = climbs ? nextRung(drawn.questions, [], settings.topics) : drawn.questions[0];
  if (!first) return null;
  return {
    id,
    settings,
    atHand: climbs ? drawn.questions : [],
    drafts: (climbs ? [first] : drawn.questions).map(newDraft),
    place: 0,
    stage: 'think',
    startedAtMs: nowMs,
    sinceMs: nowMs,
    pausedAtMs: null,
    pauses: [],
    ended: 'complete',
  };
}

/** The question that is asked or graded now. @throws RangeError when there is none, which no run allows */
export function currentDraft(run: Pick<MockRun, 'drafts' | 'place'>): Draft {
  const draft = run.drafts[run.place];
  if (!draft) throw new RangeError(`No question at ${run.place}.`);
  return draft;
}

const PLAIN: readonly Stage[] = ['think', 'speak', 'guess', 'grade'];
const PROBING: readonly Stage[] = ['think', 'speak', 'guess', 'touch', 'followUp', 'grade'];
const CAUSE: readonly Stage[] = ['think', 'speak', 'choose', 'grade'];

const FOLLOW_UPS: Readonly<Record<MockFormat, number>> = {
  panel: 2,
  ladder: 2,
  rapid: 0,
  deep: 5,
  cause: 0,
  behavioural: 0,
};

/** How many follow-ups are asked after one answer, at most. */
export function followUpsAfter({ format }: Pick<MockSettings, 'format'>): number {
  return FOLLOW_UPS[format];
}

/** Whether the format asks follow-ups by what was missed, before anything is shown. */
export function isProbing(settings: Pick<MockSettings, 'format'>): boolean {
  return followUpsAfter(settings) > 0;
}

/** The stages that a question goes through. */
export function stagesOf({ asked }: Pick<Draft, 'asked'>, settings: Pick<MockSettings, 'format'>): readonly Stage[] {
  if (asked.as !== 'question') return CAUSE;
  return isProbing(settings) ? PROBING : PLAIN;
}

/** Whether answers are graded only after the last one; ladders go on by what was graded, and the others ask for it at once. */
export function gradesAtEnd({ format, grading }: Pick<MockSettings, 'format' | 'grading'>): boolean {
  return grading === 'end' && format !== 'ladder' && format !== 'deep' && format !== 'cause';
}
