/** What a topic's page says: what it is about, how its questions stand, the paths through it, and where to go on. */
import type { TopicHead } from '#bank/head.ts';
import type { Item, ItemId, Path } from '#bank/item.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { entriesOf, type Entry } from '#pages/library/entry.ts';
import { titlesOf } from '#pages/parts/place-titles.ts';
import { topicNamesOf } from '#pages/parts/topic-names.ts';
import { floorsOf, type Floor } from '#progress/house.ts';
import { standingsOf } from '#progress/standing.ts';
import { readBankIndex, type BankIndex } from '#storage/bank-index.ts';
import type { ItemRow, LamplightDb } from '#storage/database.ts';
import { readItem } from '#storage/read-item.ts';
import { stateOfRow } from '#storage/today.ts';

/** Another topic that the items of this one point to, and how often they do. */
export interface TopicLink {
  readonly topic: string;
  readonly title: string;
  readonly count: number;
}

export interface PathThrough {
  readonly path: Path;
  /** Titles of the stages that hold a question of the topic. */
  readonly stages: readonly string[];
}

export interface TopicView {
  readonly head: TopicHead;
  readonly domain: TopicHead;
  readonly entries: readonly Entry[];
  /** Null when the topic has no questions. */
  readonly floor: Floor | null;
  readonly paths: readonly PathThrough[];
  /** Topics that items of this one ask to learn first. */
  readonly before: readonly TopicLink[];
  /** Topics that its items lead to, and the next one of its domain. */
  readonly after: readonly TopicLink[];
}

async function readEntries(db: LamplightDb, rows: readonly ItemRow[], today: StudyDay): Promise<Entry[]> {
  const ids = rows.map(({ id }) => id);
  const [cards, marks] = await Promise.all([
    db.cards.where('item').anyOf(ids).toArray(),
    db.marks.bulkGet(rows.map(({ summary }) => summary.id)),
  ]);
  const whole = cards.flatMap((row) => (row.point === null ? [[String(row.item), stateOfRow(row)] as const] : []));
  const flagged = marks.flatMap((mark) => (mark?.flagged === 1 ? [String(mark.item)] : []));
  return entriesOf({ items: rows, cards: new Map(whole), flagged: new Set(flagged) }, today);
}

function pathsThrough(paths: readonly (Item | null)[], ids: ReadonlySet<ItemId>): PathThrough[] {
  return paths.flatMap((path) => {
    if (path?.type !== 'path') return [];
    const stages = path.stages.filter((stage) => stage.items.some((id) => ids.has(id))).map(({ title }) => title);
    return stages.length > 0 ? [{ path, stages }] : [];
  });
}

/** The topics of some items, those that are named most often first. */
function topicsOf(ids: readonly ItemId[], own: string, index: BankIndex): TopicLink[] {
  const topics = new Map(index.rows.map(({ id, summary }) => [id, summary.topic]));
  const counts = new Map<string, number>();
  for (const id of ids) {
    const topic = topics.get(id);
    if (topic !== undefined && topic !== own) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  const nameOf = topicNamesOf(index.domains);
  return [...counts].sort(([, a], [, b]) => b - a).map(([topic, count]) => ({ topic, title: nameOf(topic), count }));
}

/** How many topics are named on each side. */
const NAMED = 4;

function onwards(items: readonly (Item | null)[], topic: string, index: BankIndex) {
  const links = items.flatMap((item) => (item && item.type !== 'path' ? [item.links] : []));
  const before = topicsOf(
    links.flatMap(({ requires }) => requires),
    topic,
    index,
  );
  const first = new Set(before.slice(0, NAMED).map((link) => link.topic));
  const after = topicsOf(
    links.flatMap(({ next }) => next),
    topic,
    index,
  ).filter((link) => !first.has(link.topic));
  const [domain = '', own] = topic.split('/');
  const siblings = index.domains.find(({ id }) => id === domain)?.topics ?? [];
  const sibling = siblings[siblings.findIndex(({ id }) => id === own) + 1];
  const following = sibling && `${domain}/${sibling.id}`;
  const known = [...before.slice(0, NAMED), ...after].some((link) => link.topic === following);
  const more =
    following === undefined || known
      ? []
      : [{ topic: following, title: topicNamesOf(index.domains)(following), count: 0 }];
  return { before: before.slice(0, NAMED), after: [...after.slice(0, NAMED), ...more] };
}

/** What the packs say of a topic and its domain; their ids in words when they say nothing. */
function headsOf({ domains }: BankIndex, topic: string) {
  const [domainId = topic, ownId = topic] = topic.split('/');
  const domain = domains.find(({ id }) => id === domainId);
  const head = domain?.topics.find(({ id }) => id === ownId);
  const titles = titlesOf(domains);
  return {
    declared: head !== undefined,
    domain: domain ?? { id: domainId, title: titles.domain(topic), about: '' },
    head: head ?? { id: ownId, title: titles.place(topic), about: '' },
  };
}

/** A topic (`domain/topic`) as it is today; null when no bank declares it and nothing belongs to it. @throws CorruptRowError */
export async function readTopic(
  db: LamplightDb,
  topic: string,
  today: StudyDay,
  scheduler: Scheduler,
): Promise<TopicView | null> {
  const index = await readBankIndex(db);
  const rows = index.rows.filter(({ summary }) => summary.topic === topic);
  const heads = headsOf(index, topic);
  if (!heads.declared && rows.length === 0) return null;
  const [entries, items, paths] = await Promise.all([
    readEntries(db, rows, today),
    Promise.all(rows.map(({ summary }) => readItem(db, summary.id))),
    Promise.all(index.paths.map(({ summary }) => readItem(db, summary.id))),
  ]);
  const cards = entries.flatMap(({ memory }) => (memory ? [memory.card] : []));
  const questions = index.questions.filter((question) => question.topic === topic);
  return {
    head: heads.head,
    domain: heads.domain,
    entries,
    floor: floorsOf([], questions, standingsOf(cards, today, scheduler))[0] ?? null,
    paths: pathsThrough(paths, new Set(rows.map(({ summary }) => summary.id))),
    ...onwards(items, topic, index),
  };
}
