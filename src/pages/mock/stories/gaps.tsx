import type { Story } from '#mock/story.ts';
import { gapsOf } from '#mock/story.ts';
import { Icon } from '#ui/icon.tsx';
import { gapInWords } from './gap-words.ts';
import css from './stories.module.css';

/** What a story lacks, as a list; a sentence when it is ready. */
export function Gaps({ story }: { readonly story: Story }) {
  const gaps = gapsOf(story);
  if (gaps.length === 0) {
    return (
      <p className={css['ready']}>
        <Icon name="check" size="sm" />
        Ready to be told.
      </p>
    );
  }
  return (
    <ul className={css['gaps']} aria-label="What is missing">
      {gaps.map((gap) => (
        <li key={gap.kind === 'empty' ? gap.part : gap.kind}>
          <Icon name="bulb" size="sm" />
          <span>{gapInWords(gap)}</span>
        </li>
      ))}
    </ul>
  );
}
