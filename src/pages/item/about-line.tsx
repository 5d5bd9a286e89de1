import { Link } from 'react-router';
import type { Item, Path } from '#bank/item.ts';
import { rungOf } from '#pages/parts/format.ts';
import { languageName } from '#pages/parts/language-name.ts';
import { useTopicNames } from '#pages/parts/topic-names.ts';
import { TierLamp } from '#ui/tier-lamp.tsx';
import css from './about-line.module.css';

/** Tier, topic and what is particular to the kind, small, above a title. */
export function AboutLine({ item }: { readonly item: Exclude<Item, Path> }) {
  const { tier, topic } = item;
  const names = useTopicNames();
  return (
    <span className={css['about']}>
      <span>
        <TierLamp rung={rungOf(tier)} word={tier} showWord />
      </span>
      {names && (
        <span>
          <Link to={`/topics/${topic}`}>{names(topic)}</Link>
        </span>
      )}
      <span>{particular(item)}</span>
    </span>
  );
}

function particular(item: Exclude<Item, Path>): string {
  switch (item.type) {
    case 'question':
      return `${item.seconds} s`;
    case 'error':
      return `error in ${languageName(item.framework ?? item.language)}`;
    case 'snippet':
      return `snippet in ${languageName(item.language)}`;
    case 'sheet':
      return 'sheet';
  }
}
