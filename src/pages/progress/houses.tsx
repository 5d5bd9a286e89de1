import type { ReactNode } from 'react';
import { addressOf, NO_FILTERS, type Filters } from '#pages/library/filters.ts';
import { floorsOf, type Floor } from '#progress/house.ts';
import type { Known } from '#storage/progress-read.ts';
import { Card, Muted } from '#ui/card.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { domainIdOf, titlesOf } from '#pages/parts/place-titles.ts';
import { TopicHouse } from './topic-house.tsx';
import { seenOf } from './words.ts';
import css from './progress.module.css';

/** The floors of whole domains. */
export function domainFloorsOf({ domains, questions, standings }: Known): Floor[] {
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

/** All of the bank in one row of windows, and under it how to read them. */
export function BankHouse({ known, children }: { readonly known: Known; readonly children: ReactNode }) {
  const all = known.questions.map(({ id, tier }) => ({ id, tier, topic: 'all' }));
  return (
    <Card level={3} variant="lamp" aria-label="Where you stand">
      <TopicHouse
        caption="Recall today by tier"
        floors={floorsOf([], all, known.standings)}
        nameOf={() => 'All'}
        noteOf={() => ''}
        windowTo={(_, tier) => questionsAt({ tiers: [tier] })}
      />
      <Muted>{children}</Muted>
    </Card>
  );
}

/** The whole house, a row a domain. */
export function WholeHouse({ known }: { readonly known: Known }) {
  const titles = titlesOf(known.domains);
  return (
    <Card level={3} aria-label="The whole house">
      <div className={css['whole']}>
        <TopicHouse
          caption="Recall today by domain and tier"
          floors={domainFloorsOf(known)}
          nameOf={({ topic }) => titles.domain(topic)}
          hrefOf={({ topic }) => `#domain-${topic}`}
          windowTo={({ topic }, tier) => questionsAt({ domain: topic, tiers: [tier] })}
        />
      </div>
    </Card>
  );
}

/** Each domain by itself, a row a topic, folded. */
export function DomainHouses({ known, floors }: { readonly known: Known; readonly floors: readonly Floor[] }) {
  const titles = titlesOf(known.domains);
  return (
    <div className={css['folds']}>
      {domainFloorsOf(known).map((floor) => (
        <DomainFold key={floor.topic} floor={floor} title={titles.domain(floor.topic)}>
          <TopicHouse
            caption={`${titles.domain(floor.topic)}: recall today by topic and tier`}
            floors={floors.filter(({ topic }) => domainIdOf(topic) === floor.topic)}
            nameOf={({ topic }) => titles.place(topic)}
            windowTo={({ topic }, tier) => questionsAt({ topic, tiers: [tier] })}
          />
        </DomainFold>
      ))}
    </div>
  );
}

interface DomainFoldProps {
  readonly floor: Floor;
  readonly title: string;
  readonly children: ReactNode;
}

function DomainFold({ floor: { topic, whole }, title, children }: DomainFoldProps) {
  return (
    <section id={`domain-${topic}`} aria-label={title} className={css['fold']}>
      <Disclosure summary={<h3 className={css['domain']}>{title}</h3>} note={seenOf(whole)}>
        {children}
      </Disclosure>
    </section>
  );
}
