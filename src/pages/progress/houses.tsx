import type { ReactNode } from 'react';
import { addressOf, NO_FILTERS, type Filters } from '#pages/library/filters.ts';
import { floorsOf, type Floor } from '#progress/house.ts';
import type { Known } from '#storage/progress-read.ts';
import { Card, Muted } from '#ui/card.tsx';
import { domainIdOf, titlesOf } from './titles.ts';
import { TopicHouse } from './topic-house.tsx';
import { seenOf } from './words.ts';

/** The floors of whole domains. */
function domainFloorsOf({ domains, questions, standings }: Known): Floor[] {
  const placed = questions.map(({ id, tier, topic }) => ({ id, tier, topic: domainIdOf(topic) }));
  return floorsOf(
    domains.map(({ id }) => id),
    placed,
    standings,
  );
}

/** The Library's address for the questions behind a window. */
function questionsAt(part: Partial<Filters>): string {
  return addressOf({ ...NO_FILTERS, kind: 'question', ...part });
}

/** The whole house, a row a domain, and under it how to read it. */
export function WholeHouse({ known, children }: { readonly known: Known; readonly children: ReactNode }) {
  const titles = titlesOf(known.domains);
  return (
    <Card level={3} variant="lamp" aria-label="The whole house">
      <TopicHouse
        caption="Recall today by domain and tier"
        floors={domainFloorsOf(known)}
        nameOf={({ topic }) => titles.domain(topic)}
        hrefOf={({ topic }) => `#domain-${topic}`}
        windowTo={({ topic }, tier) => questionsAt({ domain: topic, tiers: [tier] })}
      />
      <Muted>{children}</Muted>
    </Card>
  );
}

/** Each domain by itself: a row a topic. */
export function DomainHouses({ known, floors }: { readonly known: Known; readonly floors: readonly Floor[] }) {
  const titles = titlesOf(known.domains);
  return domainFloorsOf(known).map(({ topic: domain, whole }) => (
    <Card level={3} key={domain} id={`domain-${domain}`} title={titles.domain(domain)} aside={seenOf(whole)}>
      <TopicHouse
        caption={`${titles.domain(domain)}: recall today by topic and tier`}
        floors={floors.filter(({ topic }) => domainIdOf(topic) === domain)}
        nameOf={({ topic }) => titles.topic(topic)}
        windowTo={({ topic }, tier) => questionsAt({ topic, tiers: [tier] })}
      />
    </Card>
  ));
}
