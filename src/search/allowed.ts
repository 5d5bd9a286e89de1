/** Which documents the filters let through. */
import type { SearchEntry } from './document.ts';
import { hasFilters, type Filters } from './filters.ts';
import type { Segment } from './segment.ts';
import { fold } from './words.ts';

const someOf = <T>(wanted: readonly T[], has: (value: T) => boolean): boolean =>
  wanted.length === 0 || wanted.some(has);

function inTopic(topic: string | null, wanted: string): boolean {
  if (topic === null) return false;
  const [domain, last] = topic.split('/');
  return [topic, domain, last].includes(wanted);
}

/** Whether an entry fits the filters; those on what the person did with it are not looked at here. */
function fits({ kind, tiers, topic, tags, language }: SearchEntry, filters: Filters): boolean {
  return (
    someOf(filters.kinds, (wanted) => kind === wanted) &&
    someOf(filters.tiers, (wanted) => tiers.includes(wanted)) &&
    someOf(filters.topics, (wanted) => inTopic(topic, wanted)) &&
    someOf(filters.tags, (wanted) => tags.some((tag) => fold(tag) === wanted)) &&
    someOf(filters.languages, (wanted) => language !== null && fold(language) === wanted)
  );
}

/** By document, 1 where it may be found. `among`: ids that the person's own filters let through, null for all. */
export function allowedIn({ index, open }: Segment, filters: Filters, among: ReadonlySet<string> | null): Uint8Array {
  if (!hasFilters(filters) && among === null) return open;
  const allowed = new Uint8Array(open.length);
  index.entries.forEach((entry, i) => {
    const passes = open[i] === 1 && (among === null || among.has(entry.id)) && fits(entry, filters);
    if (passes) allowed[i] = 1;
  });
  return allowed;
}
