/** What Paths, Progress and the house on Today show: facts out of the tables, figures from `progress/`. */
import { Dexie } from 'dexie';
import type { DomainHead } from '#bank/head.ts';
import type { ItemId, Path } from '#bank/item.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import { studyDayStartMs, type StudyDay } from '#memory/study-day.ts';
import type { LogEvent } from '#review/event.ts';
import type { Settings } from '#review/settings.ts';
import { dueByDay, reviewsByDay, type DayCount } from '#progress/days.ts';
import { floorsOf, type Floor } from '#progress/house.ts';
import { standingsOf, tallyOf, type Standings, type Tally } from '#progress/standing.ts';
import { wayOf, type Way, type WayQuestion } from '#progress/way.ts';
import type { ItemRow, LamplightDb } from './database.ts';
import { eventOfRow } from './item-states.ts';
import { readItem } from './read-item.ts';
import type { CardRow } from './rows.ts';
import { stateOfRow } from './today.ts';

/** What the bank holds, as far as progress asks: its domains, and its questions and paths in the order of learning. */
export interface BankIndex {
  readonly domains: readonly DomainHead[];
  readonly questions: readonly WayQuestion[];
  readonly paths: readonly ItemRow[];
}

/** The last index of each database: it changes only when a pack arrives or leaves. */
const indexes = new WeakMap<LamplightDb, { readonly version: string; readonly index: BankIndex }>();

const UNKNOWN_SECONDS = 60;

function questionOf({ summary }: ItemRow): WayQuestion[] {
  const { id, type, topic, tier, title, tags, seconds = UNKNOWN_SECONDS } = summary;
  if (type !== 'question' || topic === undefined || tier === undefined) return [];
  return [{ id, topic, tier, title, tags, seconds }];
}

/** Reads all items once for each version of the bank; the same object again until the bank changes. */
export async function readBankIndex(db: LamplightDb): Promise<BankIndex> {
  const [banks, files] = await Promise.all([db.banks.toArray(), db.packs.toCollection().primaryKeys()]);
  const version = JSON.stringify([banks.map(({ manifest }) => manifest.version), files]);
  const known = indexes.get(db);
  if (known?.version === version) return known.index;
  const rows = await db.items.orderBy('position').toArray();
  const index: BankIndex = {
    domains: banks.flatMap(({ manifest }) => manifest.domains),
    questions: rows.flatMap(questionOf),
    paths: rows.filter(({ summary }) => summary.type === 'path'),
  };
  indexes.set(db, { version, index });
  return index;
}

/** All cards that were ever answered and not reset. */
async function readLearned(db: LamplightDb): Promise<CardRow[]> {
  return db.cards.where('lastDay').between(Dexie.minKey, Dexie.maxKey).toArray();
}

async function readStandings(db: LamplightDb, today: StudyDay, scheduler: Scheduler): Promise<Standings> {
  const rows = await readLearned(db);
  return standingsOf(rows.map(stateOfRow), today, scheduler);
}

/** The bank's questions and how each of them stands today. */
export interface Known extends BankIndex {
  readonly standings: Standings;
}

/** Reads the bank's index and the standings of its questions. @throws CorruptRowError */
export async function readKnown(db: LamplightDb, today: StudyDay, scheduler: Scheduler): Promise<Known> {
  const [index, standings] = await Promise.all([readBankIndex(db), readStandings(db, today, scheduler)]);
  return { ...index, standings };
}

/** The house: a floor for each topic that has questions, as the bank declares them. */
export function floorsOfKnown({ domains, questions, standings }: Known): Floor[] {
  const topics = domains.flatMap((domain) => domain.topics.map((topic) => `${domain.id}/${topic.id}`));
  return floorsOf(topics, questions, standings);
}

/** Events of the last study days, and a day more: zones differ, and an undo follows what it undoes. @throws CorruptRowError */
async function readRecentEvents(db: LamplightDb, fromDay: StudyDay, rolloverHour: number): Promise<LogEvent[]> {
  const fromMs = studyDayStartMs((fromDay - 1) as StudyDay, 0, rolloverHour);
  const rows = await db.events.where('atMs').aboveOrEqual(fromMs).toArray();
  return rows.map(eventOfRow);
}

export interface Progress {
  readonly known: Known;
  readonly floors: readonly Floor[];
  /** Of all questions in the bank. */
  readonly tally: Tally;
  /** The last seven study days, today last. */
  readonly reviews: readonly DayCount[];
  /** The next seven study days, today first and with all that is overdue. */
  readonly due: readonly DayCount[];
  /** Whether any card was ever answered, be it of a question that has left the bank. */
  readonly begun: boolean;
}

const WEEK = 7;

/** All figures of the Progress page. @throws CorruptRowError */
export async function readProgress(
  db: LamplightDb,
  today: StudyDay,
  { rolloverHour }: Pick<Settings, 'rolloverHour'>,
  scheduler: Scheduler,
): Promise<Progress> {
  const [index, learned, events] = await Promise.all([
    readBankIndex(db),
    readLearned(db),
    readRecentEvents(db, (today - WEEK + 1) as StudyDay, rolloverHour),
  ]);
  const known: Known = { ...index, standings: standingsOf(learned.map(stateOfRow), today, scheduler) };
  const due = learned.filter((row) => row.queue === 'due').map(stateOfRow);
  const reviews = reviewsByDay(events, today, WEEK, rolloverHour);
  return {
    known,
    floors: floorsOfKnown(known),
    tally: tallyOf(
      index.questions.map(({ id }) => id),
      known.standings,
    ),
    reviews,
    due: dueByDay(due, today, WEEK),
    begun: learned.length > 0 || reviews.some(({ count }) => count > 0),
  };
}

export interface WalkedPath {
  readonly path: Path;
  readonly way: Way;
  /** Paths and items to go on with, as far as they are in the bank. */
  readonly onwards: readonly ItemRow[];
  /** Whether it is the one that Today follows: the bank's first. */
  readonly followed: boolean;
}

async function walk(db: LamplightDb, path: Path, known: Known): Promise<WalkedPath> {
  const next = await db.items.bulkGet([...path.next]);
  return {
    path,
    way: wayOf(path.stages, known.questions, known.standings),
    onwards: next.filter((row) => row !== undefined),
    followed: known.paths[0]?.id === path.id,
  };
}

/** One path and how far it is walked; null when the bank has none of this id. @throws CorruptRowError */
export async function readWalkedPath(
  db: LamplightDb,
  id: ItemId,
  today: StudyDay,
  scheduler: Scheduler,
): Promise<WalkedPath | null> {
  const path = await readItem(db, id);
  if (path?.type !== 'path') return null;
  return walk(db, path, await readKnown(db, today, scheduler));
}

/** All paths of the bank, in its order. @throws CorruptRowError */
export async function readWalkedPaths(db: LamplightDb, today: StudyDay, scheduler: Scheduler): Promise<WalkedPath[]> {
  const known = await readKnown(db, today, scheduler);
  const paths = await Promise.all(known.paths.map((row) => readItem(db, row.id as ItemId)));
  return Promise.all(paths.flatMap((path) => (path?.type === 'path' ? [walk(db, path, known)] : [])));
}
