/** Finished mocks out of the log. */
import type { ItemId } from '#bank/item.ts';
import { sameJson } from '#exchange/same-json.ts';
import { parseEvent, type MockFinished } from '#review/event.ts';
import { parseMockRecord, type MockRecord } from '#review/mock-record.ts';
import { takenBackBy } from '#review/voids.ts';
import type { LamplightDb } from './database.ts';
import type { EventRow } from './rows.ts';

/** Items of the log that are mocks begin with this. */
const PREFIX = 'mock:';

/** What the log calls a mock. */
export function mockItem(id: string): ItemId {
  return `${PREFIX}${id}` as ItemId;
}

export interface FinishedMock {
  readonly id: string;
  readonly event: MockFinished;
  readonly record: MockRecord;
}

export interface MockHistory {
  /** The last first. */
  readonly mocks: readonly FinishedMock[];
  /** Rows that are stored but cannot be read. */
  readonly unreadable: number;
}

/** Events that are sound, so that each is checked once; damage may be mended, and is looked at anew each time. */
const checked = new Map<string, FinishedMock>();

function finishedOf(row: EventRow): FinishedMock | null {
  const { guard: _, ...rest } = row;
  const known = checked.get(row.id);
  // A restore may have put another row in its place.
  if (known && sameJson(known.event, rest)) return known;
  const parsed = parseEvent(rest);
  const event = parsed.ok && parsed.event.type === 'mockFinished' ? parsed.event : null;
  const mock = event && parseMockRecord(event.mock);
  const found = event && mock?.ok ? { id: event.item.slice(PREFIX.length), event, record: mock.record } : null;
  if (found) checked.set(row.id, found);
  return found;
}

function standing(rows: readonly EventRow[]): EventRow[] {
  const isTakenBack = takenBackBy(rows);
  return rows.filter((row) => row.type === 'mockFinished' && !isTakenBack(row));
}

async function readStanding(db: LamplightDb): Promise<EventRow[]> {
  return standing(await db.events.where('item').startsWith(PREFIX).toArray());
}

/** The ids of all mocks that were not taken back, those among them whose record cannot be read. */
export async function readMockIds(db: LamplightDb): Promise<string[]> {
  return (await readStanding(db)).map(({ item }) => item.slice(PREFIX.length));
}

/** All mocks that were not taken back. */
export async function readMockHistory(db: LamplightDb): Promise<MockHistory> {
  const rows = await readStanding(db);
  const mocks = rows.flatMap((row) => finishedOf(row) ?? []);
  mocks.sort((a, b) => b.record.finishedAtMs - a.record.finishedAtMs || (a.id < b.id ? 1 : -1));
  return { mocks, unreadable: rows.length - mocks.length };
}

/** One mock; null when there is none of this id, or it was taken back or is damaged. */
export async function readMock(db: LamplightDb, id: string): Promise<FinishedMock | null> {
  const rows = standing(await db.events.where('item').equals(mockItem(id)).toArray());
  return rows[0] ? finishedOf(rows[0]) : null;
}
