/** The lines of the Library by domain and topic, in the order in which the bank declares them. */
import type { DomainHead } from '#bank/head.ts';
import { domainIdOf, titlesOf } from '#pages/parts/place-titles.ts';
import type { Entry } from './entry.ts';

export interface TopicGroup {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly Entry[];
  /** The place of its first line among all lines. */
  readonly start: number;
}

export interface DomainGroup {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly topics: readonly TopicGroup[];
}

/** Paths belong to no topic. */
const PATHS = 'paths';

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** Paths first, then the declared domains and topics, then what no bank declares; entries keep their order. */
export function groupEntries(entries: readonly Entry[], domains: readonly DomainHead[]): DomainGroup[] {
  const titles = titlesOf(domains);
  const declared = domains.flatMap(({ id, topics }) => [id, ...topics.map((topic) => `${id}/${topic.id}`)]);
  const order = new Map([PATHS, ...declared].map((id, index) => [id, index]));
  const rank = (id: string): number => order.get(id) ?? order.size;
  const byTopic = groupBy(entries, (entry) => entry.topic ?? PATHS);
  const topics = [...byTopic].sort(([a], [b]) => rank(a) - rank(b));
  const byDomain = groupBy(topics, ([topic]) => domainIdOf(topic));
  let start = 0;
  const topicOf = ([id, lines]: (typeof topics)[number]): TopicGroup => {
    start += lines.length;
    return { id, title: titles.place(id), entries: lines, start: start - lines.length };
  };
  return [...byDomain].map(([id, own]) => ({
    id,
    title: titles.place(id),
    count: own.reduce((sum, [, lines]) => sum + lines.length, 0),
    topics: own.map(topicOf),
  }));
}
