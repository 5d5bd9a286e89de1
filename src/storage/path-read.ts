/** Paths with how far they are walked, and the question of the day. */
import type { ItemId, Path } from '#bank/item.ts';
import type { Tier } from '#bank/tier.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { scoreOf } from '#mock/score.ts';
import type { StartedPath } from '#plan/started-row.ts';
import { milestoneOf, type Milestone, type MockScores } from '#progress/milestone.ts';
import { pickOfDay } from '#progress/pick.ts';
import { standingsOf, type Standings } from '#progress/standing.ts';
import { questionIdsOf, wayOf, type Way, type WayQuestion } from '#progress/way.ts';
import { cardIdOf } from '#review/ids.ts';
import { readBankIndex, type BankIndex } from './bank-index.ts';
import type { ItemRow, LamplightDb } from './database.ts';
import { readMockHistory, type FinishedMock } from './mock-history.ts';
import { readStartedPaths } from './path-started.ts';
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
  /** Null when the person has not started it. */
  readonly started: StartedPath | null;
  /** Whether it is the one that Today shows. */
  readonly followed: boolean;
  /** By stage. */
  readonly milestones: readonly Milestone[];
}

type WayTo = (path: Path) => Promise<Way>;

/** What all paths are read beside. */
interface Around {
  readonly index: BankIndex;
  readonly started: readonly StartedPath[];
  readonly followed: ItemId | undefined;
  readonly mocks: readonly MockScores[];
  readonly wayTo: WayTo;
}

/**
 * The path that Today shows: of those that are followed the first that has a step left, else the first; where none is followed the
 * bank's beginning. Undefined when the bank has none.
 */
async function followedId(
  db: LamplightDb,
  { paths }: BankIndex,
  started: readonly StartedPath[],
  wayTo: WayTo,
): Promise<ItemId | undefined> {
  const here = new Set(paths.map(({ id }) => id));
  const own = started.filter(({ id, paused }) => !paused && here.has(id));
  if (own.length > 1) {
    for (const { id } of own) {
      const path = await readItem(db, id);
      if (path?.type === 'path' && (await wayTo(path)).next) return id;
    }
  }
  return own[0]?.id ?? (paths[0]?.id as ItemId | undefined);
}

async function readAround(
  db: LamplightDb,
  today: StudyDay,
  scheduler: Scheduler,
  scores: Promise<readonly MockScores[]> = readScores(db),
): Promise<Around> {
  const [index, started, mocks] = await Promise.all([readBankIndex(db), readStartedPaths(db), scores]);
  const wayTo = waysIn(db, index, today, scheduler);
  return { index, started, followed: await followedId(db, index, started, wayTo), mocks, wayTo };
}

/** How far paths are walked: each is read once, however often it is asked for. */
function waysIn(db: LamplightDb, { questions }: BankIndex, today: StudyDay, scheduler: Scheduler): WayTo {
  const ways = new Map<ItemId, Promise<Way>>();
  const read = async ({ stages }: Path): Promise<Way> =>
    wayOf(stages, questions, await readStandings(db, questionIdsOf(stages), today, scheduler));
  return (path) => {
    const way = ways.get(path.id) ?? read(path);
    ways.set(path.id, way);
    return way;
  };
}

async function readScores(db: LamplightDb): Promise<MockScores[]> {
  return (await readMockHistory(db)).mocks.map(scoresOf);
}

function scoresOf({ id, record }: FinishedMock): MockScores {
  const answers = record.answers.flatMap((answer) => {
    const score = answer.ask === 'question' ? scoreOf(answer) : null;
    return score === null ? [] : [{ item: answer.item, score }];
  });
  return { id, atMs: record.finishedAtMs, answers };
}

async function walk(db: LamplightDb, path: Path, around: Around): Promise<WalkedPath> {
  const { started, followed, mocks, wayTo } = around;
  const [way, next] = await Promise.all([wayTo(path), db.items.bulkGet([...path.next])]);
  return {
    path,
    way,
    onwards: next.filter((row) => row !== undefined),
    started: started.find(({ id }) => id === path.id) ?? null,
    followed: followed === path.id,
    milestones: way.stages.map((stage) => milestoneOf(stage, mocks)),
  };
}

/** One path and how far it is walked; null when the bank has none of this id. @throws CorruptRowError */
export async function readWalkedPath(
  db: LamplightDb,
  id: ItemId,
  today: StudyDay,
  scheduler: Scheduler,
): Promise<WalkedPath | null> {
  const [path, around] = await Promise.all([readItem(db, id), readAround(db, today, scheduler)]);
  return path?.type === 'path' ? walk(db, path, around) : null;
}

/** The path that Today shows, without its milestones; null when the bank has none. @throws CorruptRowError */
export async function readFollowedPath(
  db: LamplightDb,
  today: StudyDay,
  scheduler: Scheduler,
): Promise<WalkedPath | null> {
  const around = await readAround(db, today, scheduler, Promise.resolve([]));
  const path = around.followed === undefined ? null : await readItem(db, around.followed);
  return path?.type === 'path' ? walk(db, path, around) : null;
}

/** All paths: those that are followed, those that are paused, then the others in the bank's order. @throws CorruptRowError */
export async function readWalkedPaths(db: LamplightDb, today: StudyDay, scheduler: Scheduler): Promise<WalkedPath[]> {
  const around = await readAround(db, today, scheduler);
  const paths = await Promise.all(around.index.paths.map((row) => readItem(db, row.id as ItemId)));
  const walked = await Promise.all(paths.flatMap((path) => (path?.type === 'path' ? [walk(db, path, around)] : [])));
  const rank = ({ started }: WalkedPath): number => (started === null ? 2 : Number(started.paused));
  return walked.toSorted((a, b) => rank(a) - rank(b) || (a.started?.startedMs ?? 0) - (b.started?.startedMs ?? 0));
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
