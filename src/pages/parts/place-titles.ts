/** What domains and topics are called; their ids in words while the bank is still arriving. */
import type { DomainHead } from '#bank/head.ts';

export interface Titles {
  /** The title of the domain that a domain's id or `domain/topic` names. */
  readonly domain: (topic: string) => string;
  /** The title of `domain/topic` alone, which only makes sense beside its domain's; of a domain for a domain's id. */
  readonly place: (id: string) => string;
}

function inWords(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
}

/** The domain of `domain/topic`. */
export function domainIdOf(topic: string): string {
  return topic.split('/')[0] ?? topic;
}

/** The titles that the packs declare. Made once for many. */
export function titlesOf(domains: readonly DomainHead[]): Titles {
  const titles = new Map<string, string>();
  for (const { id, title, topics } of domains) {
    titles.set(id, title);
    for (const topic of topics) titles.set(`${id}/${topic.id}`, topic.title);
  }
  const place = (id: string): string => titles.get(id) ?? inWords(id.slice(id.indexOf('/') + 1));
  return { domain: (topic) => place(domainIdOf(topic)), place };
}
