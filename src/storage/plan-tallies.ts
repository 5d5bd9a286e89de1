/** How long each card's answers took, kept from plan to plan so that a long log is read once. */
import { countAnswer, countStanding, tallyAnswers, type AnswerTally } from '#plan/answer-times.ts';
import type { LogEvent } from '#review/event.ts';
import type { CardId, EventId } from '#review/ids.ts';
import { takenBackBy } from '#review/voids.ts';
import type { LamplightDb } from './database.ts';
import { readEpoch } from './epoch.ts';
import { readLog, parseEventRow } from './rebuild.ts';

const KEY = 'answerTallies';

interface Kept {
  /** The greatest id that is counted, and how many events the log had then. */
  readonly last: EventId | null;
  readonly events: number;
  /** In which they were counted: another log may have as many events. */
  readonly epoch: number;
  readonly tallies: Map<CardId, AnswerTally>;
}

/** The tallies of the whole log; only what came since the last call is read, unless older events came in from elsewhere. */
export async function readTallies(db: LamplightDb): Promise<ReadonlyMap<CardId, AnswerTally>> {
  const kept = (await db.local.get(KEY))?.value as Kept | undefined;
  const [events, epoch] = await Promise.all([db.events.count(), readEpoch(db)]);
  const next = (kept?.epoch === epoch && (await advanced(db, kept, events))) || (await counted(db, epoch));
  if (next !== kept) await db.local.put({ key: KEY, value: next });
  return next.tallies;
}

async function counted(db: LamplightDb, epoch: number): Promise<Kept> {
  const { events, unreadable } = await readLog(db);
  const last = (await db.events.orderBy('id').last())?.id;
  return {
    last: last ?? null,
    events: events.length + unreadable.length,
    epoch,
    tallies: tallyAnswers(events),
  };
}

/** What was kept with the events that came since; null when others came in among those that are counted. */
async function advanced(db: LamplightDb, kept: Kept, total: number): Promise<Kept | null> {
  if (kept.last === null) return null;
  const rows = await db.events.where('id').above(kept.last).toArray();
  if (kept.events + rows.length !== total) return null;
  if (rows.length === 0) return kept;
  const fresh = rows.flatMap((row) => {
    const parsed = parseEventRow(row);
    return parsed.ok ? [parsed.event] : [];
  });
  const tallies = new Map(kept.tallies);
  countStanding(tallies, fresh);
  await takeOut(db, tallies, kept.last, fresh);
  return { ...kept, last: rows.at(-1)?.id ?? kept.last, events: total, tallies };
}

/** Takes answers out of the tallies that were counted before and are void now; one that was void before is out already. */
async function takeOut(
  db: LamplightDb,
  tallies: Map<CardId, AnswerTally>,
  last: EventId,
  fresh: readonly LogEvent[],
): Promise<void> {
  const isTakenBack = takenBackBy(fresh);
  const targets = new Set(fresh.flatMap((event) => (event.type === 'voided' ? [event.target] : [])));
  const old = await db.events.bulkGet([...targets].filter((id) => id <= last));
  for (const row of old) {
    if (row?.type !== 'reviewed' || !isTakenBack(row)) continue;
    const others = await db.events.where('item').equals(row.item).toArray();
    const wasTakenBack = takenBackBy(others.filter(({ id }) => id <= last));
    if (!wasTakenBack(row)) countAnswer(tallies, row, -1);
  }
}
