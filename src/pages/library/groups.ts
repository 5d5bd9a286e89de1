/** The lines of the Library by domain and topic, in the order in which the bank declares them. */
import type { DomainHead } from '#bank/head.ts';
import { topicInWords } from '#pages/parts/format.ts';
import type { Entry } from './entry.ts';

export interface TopicGroup {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly Entry[];
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

function titlesOf(domains: readonly DomainHead[]): Map<string, string> {
  return new Map([
    [PATHS, 'Paths'],
    ...domains.flatMap(({ id, title, topics }) => [
      [id, title] as const,
      ...topics.map((topic) => [`${id}/${topic.id}`, topic.title] as const),
    ]),
  ]);
}

/** Tells the title of a domain or of a `domain/topic`; its id in words when no bank declares it. Made once for many. */
export function placeTitles(domains: readonly DomainHead[]): (id: string) => string {
  const titles = titlesOf(domains);
  return (id) => titles.get(id) ?? topicInWords(id.split('/').at(-1) ?? id);
}

/** Paths first, then the declared domains and topics, then what no bank declares; entries keep their order. */
export function groupEntries(entries: readonly Entry[], domains: readonly DomainHead[]): DomainGroup[] {
  const titleOf = placeTitles(domains);
  const order = new Map([...titlesOf(domains).keys()].map((id, index) => [id, index]));
  const rank = (id: string): number => order.get(id) ?? order.size;
  const byTopic = groupBy(entries, (entry) => entry.topic ?? PATHS);
  const topics = [...byTopic].sort(([a], [b]) => rank(a) - rank(b));
  const byDomain = groupBy(topics, ([topic]) => topic.split('/')[0] ?? topic);
  return [...byDomain].map(([id, own]) => ({
    id,
    title: titleOf(id),
    count: own.reduce((sum, [, lines]) => sum + lines.length, 0),
    topics: own.map(([topic, lines]) => ({ id: topic, title: titleOf(topic), entries: lines })),
  }));
}
