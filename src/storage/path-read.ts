/** Paths with how far they are walked, and the question of the day. */
import type { ItemId, Path } from '#bank/item.ts';
import type { Tier } from '#bank/tier.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { pickOfDay } from '#progress/pick.ts';
import { standingsOf, type Standings } from '#progress/standing.ts';
import { questionIdsOf, wayOf, type Way, type WayQuestion } from '#progress/way.ts';
import { cardIdOf } from '#review/ids.ts';
import { readBankIndex, type BankIndex } from './bank-index.ts';
import type { ItemRow, LamplightDb } from './database.ts';
import { readItem } from './read-item.ts';
import { stateOfRow } from './today.ts';

/** The standings of some questions, with those that were suspended before their first answer. @throws CorruptRowError */
async function readStandings(
  db: LamplightDb,
  ids: Iterable<ItemId>,
  today: StudyDay,
  scheduler: Scheduler,
): Promise<Standings> {
  const rows = await db.cards.bulkGet([...ids].map((id) => cardIdOf(id, null)));
  return standingsOf(
    rows.flatMap((row) => (row ? [stateOfRow(row)] : [])),
    today,
    scheduler,
  );
}

export interface WalkedPath {
  readonly path: Path;
  readonly way: Way;
  /** Paths and items to go on with, as far as they are in the bank. */
  readonly onwards: readonly ItemRow[];
  /** Whether it is the one that Today follows: the bank's first. */
  readonly followed: boolean;
}

async function walk(
  db: LamplightDb,
  path: Path,
  { questions, paths }: BankIndex,
  today: StudyDay,
  scheduler: Scheduler,
): Promise<WalkedPath> {
  const ids = questionIdsOf(path.stages);
  const [standings, next] = await Promise.all([
    readStandings(db, ids, today, scheduler),
    db.items.bulkGet([...path.next]),
  ]);
  return {
    path,
    way: wayOf(path.stages, questions, standings),
    onwards: next.filter((row) => row !== undefined),
    followed: paths[0]?.id === path.id,
  };
}

/** One path and how far it is walked; null when the bank has none of this id. @throws CorruptRowError */
export async function readWalkedPath(
  db: LamplightDb,
  id: ItemId,
  today: StudyDay,
  scheduler: Scheduler,
): Promise<WalkedPath | null> {
  const [path, index] = await Promise.all([readItem(db, id), readBankIndex(db)]);
  return path?.type === 'path' ? walk(db, path, index, today, scheduler) : null;
}

/** All paths of the bank, in its order. @throws CorruptRowError */
export async function readWalkedPaths(db: LamplightDb, today: StudyDay, scheduler: Scheduler): Promise<WalkedPath[]> {
  const index = await readBankIndex(db);
  const paths = await Promise.all(index.paths.map((row) => readItem(db, row.id as ItemId)));
  return Promise.all(paths.flatMap((path) => (path?.type === 'path' ? [walk(db, path, index, today, scheduler)] : [])));
}

/** The question of the day to answer aloud; null when none of the tier is new or fading. @throws CorruptRowError */
export async function readPickOfDay(
  db: LamplightDb,
  tier: Tier,
  today: StudyDay,
  scheduler: Scheduler,
): Promise<WayQuestion | null> {
  const { questions } = await readBankIndex(db);
  const ids = questions.filter((question) => question.tier === tier).map(({ id }) => id);
  return pickOfDay(questions, await readStandings(db, ids, today, scheduler), tier, today);
}
