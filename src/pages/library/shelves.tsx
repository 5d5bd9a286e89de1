import { Link } from 'react-router';
import { Line } from '#pages/parts/blocks.tsx';
import { countOf, rungOf } from '#pages/parts/format.ts';
import { languageName } from '#pages/parts/language-name.ts';
import { Icon } from '#ui/icon.tsx';
import { TierLamp } from '#ui/tier-lamp.tsx';
import type { Entry } from './entry.ts';
import type { DomainGroup, TopicGroup } from './groups.ts';
import { kindWord } from './words.ts';
import css from './page.module.css';

/** The lines of the Library on their shelves: a domain, its topics, their items. */
export function Shelves({ groups }: { readonly groups: readonly DomainGroup[] }) {
  return groups.map(({ id, title, count, topics }) => (
    <section key={id} className={css['domain']} aria-labelledby={`domain-${id}`}>
      <h2 id={`domain-${id}`} className={css['domainTitle']}>
        {title}
        <span className={css['many']}>{countOf(count, 'entry', 'entries')}</span>
      </h2>
      {topics.map((topic) => (
        <Shelf key={topic.id} topic={topic} alone={topic.id === id} />
      ))}
    </section>
  ));
}

function Shelf({ topic, alone }: { readonly topic: TopicGroup; readonly alone: boolean }) {
  return (
    <div className={css['topic']}>
      {!alone && (
        <h3 className={css['topicTitle']}>
          {topic.title}
          <span className={css['many']}>{topic.entries.length}</span>
        </h3>
      )}
      <ul className={css['list']}>
        {topic.entries.map((entry) => (
          <li key={entry.id}>
            <EntryLine entry={entry} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function EntryLine({ entry }: { readonly entry: Entry }) {
  const { id, kind, title, tiers, flagged, standing, language } = entry;
  const [tier] = tiers;
  const about =
    kind === 'question' ? null : language === null ? kindWord(kind) : `${kindWord(kind)} in ${languageName(language)}`;
  return (
    <Link to={kind === 'path' ? `/paths/${id}` : `/q/${id}`} className={css['entry']}>
      <span className={css['lamp']}>
        {kind === 'path' ? <Icon name="paths" /> : tier && <TierLamp rung={rungOf(tier)} word={tier} />}
      </span>
      <span className={css['title']}>
        <Line text={title} />
      </span>
      <span className={css['meta']}>
        {flagged && <Icon name="flag-filled" size="sm" label="Flagged" className={css['flag']} />}
        {about !== null && <span>{about}</span>}
        {standing && <span data-standing={standing.kind}>{standing.words}</span>}
      </span>
    </Link>
  );
}
