import { memo, startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { countOf } from '#pages/parts/format.ts';
import { LongList, ON_PAPER } from '#pages/parts/long-list.tsx';
import { TopicWindows } from '#pages/parts/topic-windows.tsx';
import type { Floor } from '#progress/house.ts';
import type { Entry } from './entry.ts';
import { EntryLine, type EntryLineProps } from './entry-line.tsx';
import { type DomainGroup, type TopicGroup } from './groups.ts';
import type { Listing } from './listing.ts';
import type { Picking } from './use-picking.ts';
import css from './page.module.css';

export interface ShelvesProps extends Pick<EntryLineProps, 'today' | 'list'> {
  readonly listing: Listing;
  readonly floors: ReadonlyMap<string, Floor>;
  readonly picking: Picking;
  /** Draws every line at once. */
  readonly whole: boolean;
  /** The page is being printed: lines are drawn that are far from the screen. */
  readonly printing: boolean;
  /** Height of a line in px, before any is drawn. */
  readonly lineHeight: number;
  readonly titleOf: (topic: string) => string;
}

/** Lines that are drawn at once, with the rest of their domain: more than a screen of them; and in each step afterwards. */
const STEP = 24;
/** Between two steps: time for whatever the person does. */
const PAUSE_MS = 20;

/** The heights of domains as they were drawn, by what is in them: Back finds a page of the same length. */
const heights = new Map<string, number>();

/** The lines of the Library: on their shelves by domain and topic, or in one list when they are sorted otherwise. */
export function Shelves(props: ShelvesProps) {
  const { shelves, order } = props.listing;
  const drawn = useGrowing(shelves ?? []);
  if (!shelves) return <Lines {...props} entries={order} start={0} placed={false} first />;
  return shelves.map((domain, index) => (
    <Domain
      key={domain.id}
      {...props}
      domain={domain}
      first={index === 0}
      filled={index < drawn || (props.printing && domain.topics.some(isOnPaper))}
    />
  ));
}

/** Paper ends somewhere among the lines; a heading with none of them is not printed either. */
function isOnPaper({ start }: TopicGroup): boolean {
  return start < ON_PAPER;
}

function offPaper(on: boolean): Record<string, string> {
  return on ? {} : { 'data-off-paper': '' };
}

/** How many domains are drawn after another step. */
function nextStep(shelves: readonly DomainGroup[], drawn: number): number {
  let lines = 0;
  let next = drawn;
  while (next < shelves.length && lines < STEP) {
    lines += shelves[next]?.count ?? 0;
    next += 1;
  }
  return next;
}

/** How many domains are drawn by now; all at once where they were before, for Back may lead to any of them. */
function useGrowing(shelves: readonly DomainGroup[]): number {
  const [drawn, setDrawn] = useState(() => (heights.size > 0 ? Infinity : nextStep(shelves, 0)));
  useEffect(() => {
    if (drawn >= shelves.length) return undefined;
    const timer = setTimeout(() => startTransition(() => setDrawn(nextStep(shelves, drawn))), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [drawn, shelves]);
  return drawn;
}

/** A heading with its rules and gaps, in px, as far as can be said before it is drawn. */
const HEAD_PX = { domain: 49, topic: 47 };

interface DomainProps extends ShelvesProps {
  readonly domain: DomainGroup;
  readonly first: boolean;
  /** Whether its topics are drawn. */
  readonly filled: boolean;
}

/** A domain; far from the screen it takes room and nothing else. Those that are drawn stay as they are when the next one comes. */
const Domain = memo(function Domain({ domain, first, filled, ...props }: DomainProps) {
  const { id, title, count, topics } = domain;
  const ref = useRef<HTMLElement>(null);
  const name = `${id} ${count} ${props.lineHeight}`;
  const room = heights.get(name) ?? HEAD_PX.domain + topics.length * HEAD_PX.topic + count * props.lineHeight;
  useLayoutEffect(() => {
    const { current } = ref;
    return () => {
      if (current) heights.set(name, current.offsetHeight);
    };
  }, [name]);
  return (
    <section
      ref={ref}
      className={css['domain']}
      style={{ containIntrinsicBlockSize: `auto ${room}px`, ...(filled ? {} : { minBlockSize: room }) }}
      aria-labelledby={`domain-${id}`}
      {...offPaper(topics.some(isOnPaper))}
    >
      <h2 id={`domain-${id}`} className={css['domainTitle']}>
        {title}
        <span className={css['many']}>{countOf(count, 'entry', 'entries')}</span>
      </h2>
      {filled &&
        topics.map((topic, index) => (
          <div key={topic.id} className={css['topic']} {...offPaper(isOnPaper(topic))}>
            {topic.id !== id && <TopicHead topic={topic} floor={props.floors.get(topic.id)} />}
            <Lines {...props} entries={topic.entries} start={topic.start} placed first={first && index < 3} />
          </div>
        ))}
    </section>
  );
});

function TopicHead({ topic, floor }: { readonly topic: TopicGroup; readonly floor: Floor | undefined }) {
  return (
    <div className={css['topicHead']}>
      <h3 className={css['topicTitle']}>
        <Link to={`/topics/${topic.id}`}>{topic.title}</Link>
        <span className={css['many']}>{topic.entries.length}</span>
      </h3>
      {floor && <TopicWindows floor={floor} />}
    </div>
  );
}

interface LinesProps extends ShelvesProps {
  readonly entries: readonly Entry[];
  /** The place of the first of them among all lines. */
  readonly start: number;
  /** Whether headings say where the lines belong. */
  readonly placed: boolean;
  readonly first: boolean;
}

function Lines(props: LinesProps) {
  const { entries, start, placed, first, whole, printing, lineHeight, today, list, picking, titleOf } = props;
  return (
    <LongList
      className={css['list']}
      lines={entries}
      keyOf={({ id }) => id}
      whole={whole}
      first={first}
      paper={printing ? Math.max(0, ON_PAPER - start) : null}
      lineHeight={lineHeight}
      renderLine={(entry) => (
        <EntryLine
          entry={entry}
          today={today}
          list={list}
          place={placed || entry.topic === null ? null : titleOf(entry.topic)}
          picked={picking.picked && picking.has(entry.id)}
          onPress={picking.press}
        />
      )}
    />
  );
}
