/**
 * The append-only log. An event is a fact that happened on one device at one moment; nothing ever changes or removes it.
 * All else about a person's memory is derived from these by `reduceItem`.
 */
import * as v from 'valibot';
import type { ItemId, PointId } from '#bank/item.ts';
import type { Grade } from '#memory/grade.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { LAST_MOMENT_MS, STUDY_DAYS } from './bounds.ts';
import { splitCardId, type CardId, type DeviceId, type EventId } from './ids.ts';
import type { MockRecord } from './mock-record.ts';

/** When a card comes back: after whole study days, or after minutes on the same day. */
export type Due =
  { readonly kind: 'days'; readonly days: number } | { readonly kind: 'minutes'; readonly minutes: number };

/** What became of one key point while its question was answered. With `due` it is a review of the point's own card. */
export interface PointOutcome {
  readonly id: PointId;
  readonly hit: boolean;
  readonly due: Due | null;
}

/** What a person believed of an answer before it was shown. */
export type Guess = 'sure' | 'unsure' | 'blank';

interface EventBase {
  readonly id: EventId;
  readonly device: DeviceId;
  /** Epoch milliseconds by the device's clock. */
  readonly atMs: number;
  /** Minutes east of UTC at that place and moment. */
  readonly offsetMinutes: number;
  readonly item: ItemId;
}

export interface Reviewed extends EventBase {
  readonly type: 'reviewed';
  readonly card: CardId;
  readonly grade: Grade;
  /** What the person was promised on the button, so that new settings never move an old promise by themselves. */
  readonly due: Due;
  /** Empty when no point was ticked or the card is itself a point: then nothing is known of single points. */
  readonly points: readonly PointOutcome[];
  /** Time from question to answer while the page was visible. */
  readonly tookMs: number;
  readonly proposed: Grade | null;
  readonly hinted: boolean;
  readonly source: 'review' | 'mock' | 'import';
  /** Only where the person was asked for one. */
  readonly guess?: Guess;
}

export interface Voided extends EventBase {
  readonly type: 'voided';
  readonly target: EventId;
}

export interface Suspended extends EventBase {
  readonly type: 'suspended';
  readonly card: CardId;
  readonly on: boolean;
}

export interface Buried extends EventBase {
  readonly type: 'buried';
  readonly card: CardId;
  /** The first study day on which the card may be asked again. */
  readonly untilDay: StudyDay;
}

export interface Reset extends EventBase {
  readonly type: 'reset';
  readonly card: CardId;
}

/** Cards of one item fall due on other days, whatever was promised; what is not scheduled stays so. */
export interface Rescheduled extends EventBase {
  readonly type: 'rescheduled';
  readonly days: readonly { readonly card: CardId; readonly day: StudyDay }[];
}

/** The question as a whole rests, and these of its points are asked one by one. */
export interface Split extends EventBase {
  readonly type: 'split';
  readonly card: CardId;
  readonly points: readonly PointId[];
  /** After so many study days, 1 or more; absent: from the next day on. */
  readonly days?: number;
}

export interface Flagged extends EventBase {
  readonly type: 'flagged';
  readonly on: boolean;
}

export interface Noted extends EventBase {
  readonly type: 'noted';
  /** The whole note; empty removes it. */
  readonly text: string;
}

/** A mock interview that came to its end. `item` is `mock:` and the mock's own id; what it taught is in `reviewed` events. */
export interface MockFinished extends EventBase {
  readonly type: 'mockFinished';
  /** Only known to be an object: `parseMockRecord` checks the whole where it is read. */
  readonly mock: MockRecord;
}

export type LogEvent =
  Reviewed | Voided | Suspended | Buried | Reset | Rescheduled | Split | Flagged | Noted | MockFinished;
export type EventType = LogEvent['type'];

/** Longest note that is kept, in characters. */
export const MAX_NOTE_LENGTH = 20_000;
const MAX_DAYS = 36_500;

const slug = v.pipe(v.string(), v.maxLength(200), v.regex(/^[^#\s]+$/u, 'an id without blanks or #'));
const cardId = v.pipe(v.string(), v.maxLength(400), v.regex(/^[^#\s]+(?:#[^#\s]+)?$/u, 'an item id, or item#point'));
const whole = v.pipe(v.number(), v.safeInteger());
const studyDay = v.pipe(whole, v.minValue(STUDY_DAYS.first), v.maxValue(STUDY_DAYS.last));
const grade = v.picklist([1, 2, 3, 4]);
const daysAhead = v.pipe(whole, v.minValue(1), v.maxValue(MAX_DAYS));
const due = v.variant('kind', [
  v.strictObject({ kind: v.literal('days'), days: daysAhead }),
  v.strictObject({ kind: v.literal('minutes'), minutes: v.pipe(whole, v.minValue(1), v.maxValue(1440)) }),
]);
const base = {
  id: v.pipe(v.string(), v.uuid()),
  device: v.pipe(v.string(), v.uuid()),
  atMs: v.pipe(whole, v.minValue(0), v.maxValue(LAST_MOMENT_MS)),
  offsetMinutes: v.pipe(whole, v.minValue(-1080), v.maxValue(1080)),
  item: slug,
};

const eventSchema = v.variant('type', [
  v.strictObject({
    ...base,
    type: v.literal('reviewed'),
    card: cardId,
    grade,
    due,
    points: v.pipe(v.array(v.strictObject({ id: slug, hit: v.boolean(), due: v.nullable(due) })), v.maxLength(40)),
    tookMs: v.pipe(whole, v.minValue(0)),
    proposed: v.nullable(grade),
    hinted: v.boolean(),
    source: v.picklist(['review', 'mock', 'import']),
    guess: v.exactOptional(v.picklist(['sure', 'unsure', 'blank'])),
  }),
  v.strictObject({ ...base, type: v.literal('voided'), target: v.pipe(v.string(), v.uuid()) }),
  v.strictObject({ ...base, type: v.literal('suspended'), card: cardId, on: v.boolean() }),
  v.strictObject({ ...base, type: v.literal('buried'), card: cardId, untilDay: studyDay }),
  v.strictObject({ ...base, type: v.literal('reset'), card: cardId }),
  v.strictObject({
    ...base,
    type: v.literal('rescheduled'),
    days: v.pipe(v.array(v.strictObject({ card: cardId, day: studyDay })), v.minLength(1), v.maxLength(100)),
  }),
  v.strictObject({
    ...base,
    type: v.literal('split'),
    card: cardId,
    points: v.pipe(v.array(slug), v.minLength(1), v.maxLength(40)),
    days: v.exactOptional(daysAhead),
  }),
  v.strictObject({ ...base, type: v.literal('flagged'), on: v.boolean() }),
  v.strictObject({ ...base, type: v.literal('noted'), text: v.pipe(v.string(), v.maxLength(MAX_NOTE_LENGTH)) }),
  v.strictObject({ ...base, type: v.literal('mockFinished'), mock: v.looseObject({}) }),
]);

export type ParsedEvent =
  { readonly ok: true; readonly event: LogEvent } | { readonly ok: false; readonly why: string };

/**
 * Checks the whole shape of something that claims to be an event: a stored row or an entry of a backup.
 * Returns the event, or the path and the reason of the first fault; never throws.
 */
export function parseEvent(value: unknown): ParsedEvent {
  const result = v.safeParse(eventSchema, value, { abortEarly: true });
  if (!result.success) {
    const issue = result.issues[0];
    return { ok: false, why: `${v.getDotPath(issue) ?? 'event'}: ${issue.message}` };
  }
  const event = result.output as unknown as LogEvent;
  const foreign = cardsOf(event).find((card) => splitCardId(card).item !== event.item);
  return foreign === undefined
    ? { ok: true, event }
    : { ok: false, why: `card: ${foreign} is not a card of ${event.item}` };
}

function cardsOf(event: LogEvent): readonly CardId[] {
  if (event.type === 'rescheduled') return event.days.map(({ card }) => card);
  return 'card' in event ? [event.card] : [];
}

/** The order of the log: by time, then by id. Total, so that every machine replays alike. */
export function compareEvents(a: LogEvent, b: LogEvent): number {
  return a.atMs - b.atMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
