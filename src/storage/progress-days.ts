/** The days of the past, added up: kept from answer to answer, and made anew from the log when what they rest on has changed. */
import type { ItemId } from '#bank/item.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { answerOf, answersOf, type Answer } from '#progress/answers.ts';
import { countAnswer, TALLY_SHAPE, type DayTally } from '#progress/day-tally.ts';
import { recountDays } from '#progress/recount.ts';
import type { LogEvent } from '#review/event.ts';
import type { EventId } from '#review/ids.ts';
import type { ReplayContext } from '#review/reduce.ts';
import type { LamplightDb } from './database.ts';
import { eventOfRow, readEventsOf } from './item-states.ts';
import { lastLine, type JournalRow } from './progress-journal.ts';
import type { EventRow } from './rows.ts';

/** What the stored days were counted with, and the last line of the journal that is in them. */
export interface TallyBasis {
  readonly key: 'basis';
  readonly made: string;
  readonly seq: number;
  /** How often all days were counted anew. */
  readonly round: number;
}

interface DayRow {
  readonly key: StudyDay;
  readonly tally: DayTally;
}

/** The learned cards as they were after a line of the journal, so that Progress need not read them one by one. */
export interface PackedCards {
  readonly key: 'cards';
  readonly text: string;
  readonly seq: number;
  readonly round: number;
}

/** Days by number, one row that says what they rest on, and the cards as one text. */
export type TallyRow = DayRow | TallyBasis | PackedCards;

/** Everything but the events themselves that a count depends on. */
function madeWith({ scheduler, rolloverHour }: ReplayContext): string {
  return JSON.stringify([TALLY_SHAPE, rolloverHour, scheduler.parameters.weights]);
}

/** What the stored days rest on; null when they must be counted anew first. */
export async function readBasis(db: LamplightDb, context: ReplayContext): Promise<TallyBasis | null> {
  const row = (await db.tallies.get('basis')) as TallyBasis | undefined;
  return row?.made === madeWith(context) ? row : null;
}

/** The lines of the journal after one of them. */
export function journalAfter(db: LamplightDb, seq: number): Promise<JournalRow[]> {
  return db.journal.where('seq').above(seq).toArray();
}

type Change = readonly [answer: Answer, by: 1 | -1];

/** Whether an event changed nothing but what it says itself: it was made after all others of its item, and took none back. */
function isPlain({ type, last, event }: JournalRow, row: EventRow | undefined): boolean {
  if (type === 'voided') return false;
  if (last === null || row === undefined) return true;
  return row.atMs > last.atMs || (row.atMs === last.atMs && event > last.id);
}

/** All of an item's answers as they were before some events, taken out, and as they are with them, put in. */
async function changesOfItem(
  db: LamplightDb,
  item: ItemId,
  fresh: ReadonlySet<EventId>,
  context: ReplayContext,
): Promise<Change[]> {
  const events = await readEventsOf(db, item);
  const before = events.filter(({ id }) => !fresh.has(id));
  return [
    ...answersOf(item, before, context).map((answer): Change => [answer, -1]),
    ...answersOf(item, events, context).map((answer): Change => [answer, 1]),
  ];
}

/**
 * What lines of the journal change in the days. Reads the events of these lines, and all of an item's where something was taken back or
 * came late. @throws CorruptRowError
 */
export async function changesOf(
  db: LamplightDb,
  lines: readonly JournalRow[],
  context: ReplayContext,
): Promise<Change[]> {
  const rows = await db.events.bulkGet(lines.map(({ event }) => event));
  const tangled = new Set(lines.filter((line, index) => !isPlain(line, rows[index])).map(({ item }) => item));
  const plain = lines.flatMap(({ item, was = { kind: 'new' } }, index): Change[] => {
    const row = rows[index];
    if (tangled.has(item) || row?.type !== 'reviewed') return [];
    const event = eventOfRow(row);
    return event.type === 'reviewed' ? [[answerOf(event, was, context), 1]] : [];
  });
  const whole = await Promise.all(
    [...tangled].map((item) => {
      const own = lines.filter((line) => line.item === item).map(({ event }) => event);
      return changesOfItem(db, item, new Set(own), context);
    }),
  );
  return [...plain, ...whole.flat()];
}

const anyDay = (db: LamplightDb) => db.tallies.where('key').between(-Infinity, Infinity);

/** The days as they are stored. */
export async function readStoredDays(db: LamplightDb): Promise<Map<StudyDay, DayTally>> {
  const rows = (await anyDay(db).toArray()) as DayRow[];
  return new Map(rows.map(({ key, tally }) => [key, tally]));
}

/**
 * Adds what the journal holds to the stored days and empties it: one transaction. False when the days must be counted anew first.
 *
 * @throws CorruptRowError
 */
export async function settleDays(db: LamplightDb, context: ReplayContext): Promise<boolean> {
  return db.transaction('rw', db.tallies, db.journal, db.events, async () => {
    const basis = await readBasis(db, context);
    if (!basis) return false;
    const lines = await journalAfter(db, basis.seq);
    const seq = lines.at(-1)?.seq;
    if (seq === undefined) return true;
    const changes = await changesOf(db, lines, context);
    const days = [...new Set(changes.map(([{ day }]) => day))];
    const rows = (await db.tallies.bulkGet(days)) as (DayRow | undefined)[];
    const tallies = new Map(rows.flatMap((row) => (row ? [[row.key, row.tally] as const] : [])));
    for (const [answer, by] of changes) countAnswer(tallies, answer, by, context.scheduler);
    await db.tallies.bulkDelete(days);
    await putDays(db, tallies);
    await db.tallies.put({ ...basis, seq });
    await trimJournal(db, { ...basis, seq });
    return true;
  });
}

/** The cards as one text, if they are of this count; what came after it is still in the journal. */
export async function readPackedCards(db: LamplightDb, { round }: TallyBasis): Promise<PackedCards | null> {
  const row = (await db.tallies.get('cards')) as PackedCards | undefined;
  return row?.round === round ? row : null;
}

/** More lines than these are not kept for the sake of the packed cards. */
const MOST_LINES = 2000;

/** Takes away the lines that are in the days, and in the packed cards where there are any. */
async function trimJournal(db: LamplightDb, basis: TallyBasis): Promise<void> {
  const packed = await readPackedCards(db, basis);
  const needed = packed && (await db.journal.where('seq').above(packed.seq).count()) <= MOST_LINES;
  if (packed && !needed) await db.tallies.delete('cards');
  await db.journal
    .where('seq')
    .belowOrEqual(needed ? packed.seq : basis.seq)
    .delete();
}

/** Keeps the cards as one text, as they are after the last line that is in the days; otherwise leaves all as it is. */
export async function keepPackedCards(
  db: LamplightDb,
  packed: Omit<PackedCards, 'key'>,
  context: ReplayContext,
): Promise<void> {
  await db.transaction('rw', db.tallies, db.journal, async () => {
    const basis = await readBasis(db, context);
    if (basis?.round !== packed.round || basis.seq !== packed.seq) return;
    await db.tallies.put({ key: 'cards', ...packed });
    await trimJournal(db, basis);
  });
}

async function putDays(db: LamplightDb, tallies: ReadonlyMap<StudyDay, DayTally>): Promise<void> {
  await db.tallies.bulkPut([...tallies].map(([key, tally]) => ({ key, tally })));
}

/** The tables that `storeDays` writes. */
export const DAY_TABLES = ['tallies', 'journal'] as const;

/** The last line that the journal ever had, and how often all was counted. */
export async function countedSoFar(db: LamplightDb): Promise<Pick<TallyBasis, 'seq' | 'round'>> {
  const basis = (await db.tallies.get('basis')) as TallyBasis | undefined;
  return { seq: await lastLine(db), round: basis?.round ?? 0 };
}

/** Puts days in the place of those that are stored, and takes the journal up to the line that is in them away. */
export async function replaceDays(
  db: LamplightDb,
  tallies: ReadonlyMap<StudyDay, DayTally>,
  context: ReplayContext,
  { seq, round }: Pick<TallyBasis, 'seq' | 'round'>,
): Promise<void> {
  await db.tallies.clear();
  await putDays(db, tallies);
  await db.tallies.put({ key: 'basis', made: madeWith(context), seq, round: round + 1 });
  await db.journal.where('seq').belowOrEqual(seq).delete();
}

/** Puts the days of a whole log in the place of those that are stored. Belongs into a transaction over `DAY_TABLES`. */
export async function storeDays(db: LamplightDb, events: readonly LogEvent[], context: ReplayContext): Promise<void> {
  await replaceDays(db, recountDays(events, context), context, await countedSoFar(db));
}
