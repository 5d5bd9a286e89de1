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

/** More open folds than these would make the page a long walk. */
const OPEN_AT_FIRST = 3;

/** Each domain by itself, a row a topic; folded but for the first of which something was seen, and the one asked for. */
export function DomainHouses({ known, floors }: { readonly known: Known; readonly floors: readonly Floor[] }) {
  const titles = titlesOf(known.domains);
  const frame = useRef<HTMLDivElement>(null);
  const asked = useLocation();
  useEffect(() => unfold(frame.current, asked.hash.slice(1)), [asked]);
  const domains = domainFloorsOf(known);
  const opened = domains.filter(({ whole }) => whole.seen > 0).slice(0, OPEN_AT_FIRST);
  return (
    <div ref={frame} className={css['folds']}>
      {domains.map((floor) => (
        <DomainFold key={floor.topic} floor={floor} title={titles.domain(floor.topic)} begins={opened.includes(floor)}>
          <TopicHouse
            caption={`${titles.domain(floor.topic)}: recall today by topic and tier`}
            floors={floors.filter(({ topic }) => domainIdOf(topic) === floor.topic)}
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
  readonly floor: Floor;
  readonly title: string;
  /** Whether it begins open. */
  readonly begins: boolean;
  readonly children: ReactNode;
}

function DomainFold({ floor: { topic, whole }, title, begins, children }: DomainFoldProps) {
  const [open, setOpen] = useState(begins);
  return (
    <section id={`domain-${topic}`} aria-label={title}>
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
