import { Link } from 'react-router';
import { countOf } from '#pages/parts/format.ts';
import { LongList } from '#pages/parts/long-list.tsx';
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
  /** Height of a line in px, before any is drawn. */
  readonly lineHeight: number;
  readonly titleOf: (topic: string) => string;
}

/** The lines of the Library: on their shelves by domain and topic, or in one list when they are sorted otherwise. */
export function Shelves(props: ShelvesProps) {
  const { listing } = props;
  if (!listing.shelves) return <Lines {...props} entries={listing.order} placed={false} first />;
  const [top] = listing.shelves;
  return listing.shelves.map((domain) => <Domain key={domain.id} {...props} domain={domain} first={domain === top} />);
}

function Domain({ domain, first, ...props }: ShelvesProps & { readonly domain: DomainGroup; readonly first: boolean }) {
  const { id, title, count, topics } = domain;
  return (
    <section className={css['domain']} aria-labelledby={`domain-${id}`}>
      <h2 id={`domain-${id}`} className={css['domainTitle']}>
        {title}
        <span className={css['many']}>{countOf(count, 'entry', 'entries')}</span>
      </h2>
      {topics.map((topic, index) => (
        <div key={topic.id} className={css['topic']}>
          {topic.id !== id && <TopicHead topic={topic} floor={props.floors.get(topic.id)} />}
          <Lines {...props} entries={topic.entries} placed first={first && index < 3} />
        </div>
      ))}
    </section>
  );
}

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
  /** Whether headings say where the lines belong. */
  readonly placed: boolean;
  readonly first: boolean;
}

function Lines({ entries, placed, first, whole, lineHeight, today, list, picking, titleOf }: LinesProps) {
  return (
    <LongList
      className={css['list']}
      lines={entries}
      keyOf={({ id }) => id}
      whole={whole}
      first={first}
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
