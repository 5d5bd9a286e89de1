import type { DomainHead } from '#bank/head.ts';
import { readDomains } from '#storage/bank-index.ts';
import { useLive } from '#storage/use-live.ts';
import { titlesOf } from './place-titles.ts';

/** A topic or a whole domain as the bank calls it: `Webhooks / Security`, `Webhooks`. */
export type TopicNames = (topic: string) => string;

/** Names by the bank's own titles; what no bank declares is told by its id in words. */
export function topicNamesOf(domains: readonly DomainHead[]): TopicNames {
  const titles = titlesOf(domains);
  return (topic) => (topic.includes('/') ? `${titles.domain(topic)} / ${titles.place(topic)}` : titles.domain(topic));
}

/** Undefined until the bank is read. */
export function useTopicNames(): TopicNames | undefined {
  return useLive(async ({ db }) => topicNamesOf(await readDomains(db)), []);
}
