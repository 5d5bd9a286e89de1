/**
 * What one finished mock interview leaves in the log: what was asked, said, missed and felt, with its times. It is checked
 * here in full where it comes from a file or is read back; the log itself only asks that it is an object.
 */
import * as v from 'valibot';
import type { ItemId, PointId, QuestionKind, Weight } from '#bank/item.ts';
import { TIERS, type Tier } from '#bank/tier.ts';
import { LAST_MOMENT_MS } from './bounds.ts';
import type { EventId } from './ids.ts';

/** The four things that an interviewer judges beside the points. */
export const AXES = ['structure', 'correctness', 'depth', 'communication'] as const;
export type Axis = (typeof AXES)[number];

/** 0 strong no, 1 no, 2 yes, 3 strong yes. */
export type AxisStep = 0 | 1 | 2 | 3;
/** Null: not judged. */
export type AxisScores = Readonly<Record<Axis, AxisStep | null>>;

/** said: in the answer itself; prompted: only when a follow-up asked for it; missed: not at all. */
export type PointHeard = 'said' | 'prompted' | 'missed';

export interface MockPoint {
  readonly id: PointId;
  readonly weight: Weight;
  readonly heard: PointHeard;
  /** Where in the answer's recording it was said, in ms from its start; null without a recording or a stamp. */
  readonly atMs: number | null;
  /** The same idea in two questions carries the same concept. */
  readonly concept: string | null;
}

export interface MockFollowUp {
  readonly ask: string;
  /** Null: asked and not judged. */
  readonly held: boolean | null;
  readonly tookMs: number;
}

/** Numbers of a recorded answer; the recording itself stays on its device. */
export interface VoiceNumbers {
  readonly lengthMs: number;
  /** Silence before the first word; null when nobody spoke. */
  readonly firstWordMs: number | null;
  /** Share of the length in which somebody spoke, 0 to 1. */
  readonly speakingShare: number;
  /** Silences inside the answer that a listener notices. */
  readonly pauses: number;
  /** Peaks of energy a minute of speech, about one a syllable; null when there was too little speech. */
  readonly peaksPerMinute: number | null;
}

export interface MockAnswer {
  readonly item: ItemId;
  /** question: one of the bank's; cause: a broken thing whose cause was to be found. */
  readonly ask: 'question' | 'cause';
  /** As it was asked: the bank may change or lose it later. */
  readonly title: string;
  readonly topic: string;
  readonly tier: Tier;
  readonly kind: QuestionKind;
  /** unscored: answered, but the person did not want it to count. */
  readonly outcome: 'graded' | 'skipped' | 'unscored';
  /** Empty for a cause, and where nothing was graded. */
  readonly points: readonly MockPoint[];
  readonly followUps: readonly MockFollowUp[];
  /** Of a cause: what was picked, and whether it was right. */
  readonly choice: { readonly picked: string; readonly right: boolean } | null;
  readonly axes: AxisScores;
  /** How much of the core the person believed to have said, in percent, before seeing it. */
  readonly guess: number | null;
  readonly thinkMs: number;
  readonly speakMs: number;
  readonly voice: VoiceNumbers | null;
  readonly notes: string;
  /** "What will I say next time". */
  readonly next: string;
  /** The review of this question in the log; null when nothing was scored. */
  readonly event: EventId | null;
}

export interface MockPause {
  /** After the start, in ms of the clock on the wall. */
  readonly atMs: number;
  readonly tookMs: number;
  /** away: the page was closed or the device off. */
  readonly kind: 'pause' | 'away';
}

export interface MockRecord {
  /** The settings as the parameters of a link: the same interview can be asked again with them. */
  readonly setup: string;
  readonly by: 'self' | 'partner';
  readonly startedAtMs: number;
  readonly finishedAtMs: number;
  /** early: ended by hand before the last question. */
  readonly ended: 'complete' | 'early';
  readonly pauses: readonly MockPause[];
  readonly answers: readonly MockAnswer[];
}

/** Limits of a record: what is beyond was made by no person. */
export const MOCK_LIMITS = { answers: 60, points: 40, followUps: 20, line: 400, text: 4000, pauses: 500 } as const;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const moment = v.pipe(count, v.maxValue(LAST_MOMENT_MS));
const slug = v.pipe(v.string(), v.maxLength(200), v.regex(/^[^#\s]+$/u, 'an id without blanks or #'));
const line = v.pipe(v.string(), v.maxLength(MOCK_LIMITS.line));
const text = v.pipe(v.string(), v.maxLength(MOCK_LIMITS.text));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const step = v.nullable(v.picklist([0, 1, 2, 3]));

const point = v.strictObject({
  id: slug,
  weight: v.picklist(['core', 'detail', 'bonus']),
  heard: v.picklist(['said', 'prompted', 'missed']),
  atMs: v.nullable(count),
  concept: v.nullable(slug),
});
const voice = v.strictObject({
  lengthMs: count,
  firstWordMs: v.nullable(count),
  speakingShare: share,
  pauses: count,
  peaksPerMinute: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(6000))),
});
const answer = v.strictObject({
  item: slug,
  ask: v.picklist(['question', 'cause']),
  title: line,
  topic: slug,
  tier: v.picklist(TIERS),
  kind: v.picklist(['concept', 'design', 'debug', 'code', 'behavioural']),
  outcome: v.picklist(['graded', 'skipped', 'unscored']),
  points: v.pipe(v.array(point), v.maxLength(MOCK_LIMITS.points)),
  followUps: v.pipe(
    v.array(v.strictObject({ ask: text, held: v.nullable(v.boolean()), tookMs: count })),
    v.maxLength(MOCK_LIMITS.followUps),
  ),
  choice: v.nullable(v.strictObject({ picked: text, right: v.boolean() })),
  axes: v.strictObject({ structure: step, correctness: step, depth: step, communication: step }),
  guess: v.nullable(v.pipe(count, v.maxValue(100))),
  thinkMs: count,
  speakMs: count,
  voice: v.nullable(voice),
  notes: text,
  next: text,
  event: v.nullable(v.pipe(v.string(), v.uuid())),
});
const recordSchema = v.strictObject({
  setup: text,
  by: v.picklist(['self', 'partner']),
  startedAtMs: moment,
  finishedAtMs: moment,
  ended: v.picklist(['complete', 'early']),
  pauses: v.pipe(
    v.array(v.strictObject({ atMs: count, tookMs: count, kind: v.picklist(['pause', 'away']) })),
    v.maxLength(MOCK_LIMITS.pauses),
  ),
  answers: v.pipe(v.array(answer), v.maxLength(MOCK_LIMITS.answers)),
});

export type ParsedMock =
  { readonly ok: true; readonly record: MockRecord } | { readonly ok: false; readonly why: string };

/** Checks the whole shape of something that claims to be a mock's record; the path and reason of the first fault. Never throws. */
export function parseMockRecord(value: unknown): ParsedMock {
  const result = v.safeParse(recordSchema, value, { abortEarly: true });
  if (result.success) return { ok: true, record: result.output as unknown as MockRecord };
  const [issue] = result.issues;
  return { ok: false, why: `${v.getDotPath(issue) ?? 'mock'}: ${issue.message}` };
}
