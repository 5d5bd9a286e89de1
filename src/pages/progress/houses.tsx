import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { addressOf, NO_FILTERS, type Filters } from '#pages/library/filters.ts';
import { floorsOf, type Floor } from '#progress/house.ts';
import type { Known } from '#storage/progress-read.ts';
import { Card, Muted } from '#ui/card.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { domainIdOf, titlesOf } from './titles.ts';
import { TopicHouse } from './topic-house.tsx';
import { seenOf } from './words.ts';
import css from './progress.module.css';

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

/** Each domain by itself, folded until something of it was seen or it is asked for: a row a topic. */
export function DomainHouses({ known, floors }: { readonly known: Known; readonly floors: readonly Floor[] }) {
  const titles = titlesOf(known.domains);
  const frame = useRef<HTMLDivElement>(null);
  const asked = useLocation();
  useEffect(() => unfold(frame.current, asked.hash.slice(1)), [asked]);
  return (
    <div ref={frame} className={css['folds']}>
      {domainFloorsOf(known).map(({ topic: domain, whole }) => (
        <DomainFold key={domain} id={domain} title={titles.domain(domain)} whole={whole}>
          <TopicHouse
            caption={`${titles.domain(domain)}: recall today by topic and tier`}
            floors={floors.filter(({ topic }) => domainIdOf(topic) === domain)}
            nameOf={({ topic }) => titles.topic(topic)}
            windowTo={({ topic }, tier) => questionsAt({ topic, tiers: [tier] })}
          />
        </DomainFold>
      ))}
    </div>
  );
}

/** Opens the fold with this id, and brings it into view. */
function unfold(frame: HTMLElement | null, id: string): void {
  const section = [...(frame?.children ?? [])].find((child) => child.id === id);
  const fold = section?.querySelector('details');
  if (!fold) return;
  fold.open = true;
  section?.scrollIntoView();
}

interface DomainFoldProps {
  readonly id: string;
  readonly title: string;
  readonly whole: Floor['whole'];
  readonly children: ReactNode;
}

function DomainFold({ id, title, whole, children }: DomainFoldProps) {
  const [open, setOpen] = useState(whole.seen > 0);
  return (
    <section id={`domain-${id}`} aria-label={title}>
      <Disclosure
        summary={<h3 className={css['domain']}>{title}</h3>}
        note={seenOf(whole)}
        open={open}
        onToggle={setOpen}
      >
        {children}
      </Disclosure>
    </section>
  );
}
