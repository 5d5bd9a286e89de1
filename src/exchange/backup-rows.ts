/** Checks of the single pieces of a backup. Each returns the checked piece, or the reason why it is none; none throws. */
import * as v from 'valibot';
import { parseEvent, type LogEvent } from '#review/event.ts';
import { parseMockRecord } from '#review/mock-record.ts';
import { withRoomForLater } from '#review/setting-row.ts';
import { parseCarried, type CarriedRow } from './carried.ts';
import type { BackupCard } from './backup-schema.ts';

export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

const whole = v.pipe(v.number(), v.safeInteger());
const cardSchema = v.strictObject({
  id: v.pipe(v.string(), v.maxLength(400), v.regex(/^[^#\s]+(?:#[^#\s]+)?$/u, 'an item id, or item#point')),
  stability: v.pipe(v.number(), v.finite()),
  difficulty: v.pipe(v.number(), v.finite()),
  lastDay: whole,
  dueDay: v.nullable(whole),
  reps: whole,
  lapses: whole,
});

/** The schemas take names that every object inherits (`__proto__`, `toString`) for known ones: those are found here. */
function strayName(raw: unknown, clean: unknown): string | undefined {
  if (typeof raw !== 'object' || raw === null || typeof clean !== 'object' || clean === null) return undefined;
  for (const [name, inner] of Object.entries(raw)) {
    if (!Object.hasOwn(clean, name)) return name;
    const stray = strayName(inner, (clean as Record<string, unknown>)[name]);
    if (stray !== undefined) return stray;
  }
  return undefined;
}

function withoutStrays<T>(raw: unknown, value: T): Checked<T> {
  const stray = strayName(raw, value);
  return stray === undefined
    ? { ok: true, value }
    : { ok: false, why: `it has an unknown field ${JSON.stringify(stray)}` };
}

/** One event of the log, the record of a mock in it to its last field. */
export function checkEvent(raw: unknown): Checked<LogEvent> {
  const parsed = parseEvent(raw);
  if (!parsed.ok) return parsed;
  if (parsed.event.type !== 'mockFinished') return withoutStrays(raw, parsed.event);
  const mock = parseMockRecord(parsed.event.mock);
  return mock.ok ? withoutStrays(raw, { ...parsed.event, mock: mock.record }) : { ok: false, why: `mock.${mock.why}` };
}

/** Whether an event that the log holds can be in a file: of the record of a mock the log itself checks no more than that it is there. */
export function isCarriable(event: LogEvent): boolean {
  return event.type !== 'mockFinished' || checkEvent(event).ok;
}

/** One setting, interview or story with its time and device. */
export function checkSetting(raw: unknown): Checked<CarriedRow> {
  const parsed = parseCarried(raw);
  return parsed.ok ? withoutStrays(raw, withRoomForLater(parsed.row)) : parsed;
}

/** One card's derived state: types only, since what the numbers should be is computed from the events. */
export function checkCard(raw: unknown): Checked<BackupCard> {
  const parsed = v.safeParse(cardSchema, raw, { abortEarly: true });
  if (parsed.success) return withoutStrays(raw, parsed.output);
  const [issue] = parsed.issues;
  return { ok: false, why: `${v.getDotPath(issue) ?? 'card'}: ${issue.message}` };
}

/** Whether a value is a moment that a date can hold, in epoch milliseconds. */
export function isMoment(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= 8.64e15;
}
