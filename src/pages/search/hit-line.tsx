import { rungOf } from '#pages/parts/format.ts';
import { languageName } from '#pages/parts/language-name.ts';
import type { TopicNames } from '#pages/parts/topic-names.ts';
import { plainOf, inlinesOf } from '#bank/text.ts';
import type { ShownHit } from '#storage/search-answer.ts';
import { Icon } from '#ui/icon.tsx';
import { TierLamp } from '#ui/tier-lamp.tsx';
import { Marked } from './marked.tsx';
import { reasonInWords } from './words.ts';
import css from './search.module.css';

/** One hit: its title, why it was found, and the piece of text that answers. */
export function HitLine({ hit, names }: { readonly hit: ShownHit; readonly names: TopicNames | undefined }) {
  const { entry, titleRanges, excerpt, reason } = hit;
  const { kind, title, tiers } = entry;
  const [tier] = tiers;
  const why = reasonInWords(reason);
  const about = aboutOf(entry, names);
  return (
    <>
      <span className={css['lamp']}>
        {kind === 'path' ? <Icon name="paths" /> : tier && <TierLamp rung={rungOf(tier)} word={tier} />}
      </span>
      <span className={css['title']}>
        <Marked text={plainOf(inlinesOf(title))} ranges={titleRanges} />
      </span>
      {about !== null && <span className={css['about']}>{about}</span>}
      <span className={css['excerpt']}>
        {why !== null && <span className={css['why']}>{why}</span>}
        {excerpt && <ExcerptLine excerpt={excerpt} />}
      </span>
    </>
  );
}

/** The language of a listing, else the topic; null for what has neither. Empty until the names are read. */
function aboutOf({ language, topic }: ShownHit['entry'], names: TopicNames | undefined): string | null {
  if (language !== null) return languageName(language);
  return topic && (names?.(topic) ?? '');
}

function ExcerptLine({ excerpt: { text, ranges, cut } }: { readonly excerpt: NonNullable<ShownHit['excerpt']> }) {
  return (
    <span>
      {cut[0] && '… '}
      <Marked text={text} ranges={ranges} />
      {cut[1] && ' …'}
    </span>
  );
}
