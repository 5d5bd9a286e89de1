import { percentOf } from '#bank/percent.ts';
import type { Step } from '#progress/way.ts';
import { levelOf, type Tally } from '#progress/standing.ts';
import { seenOf } from '#pages/progress/words.ts';
import { Hidden } from '#ui/hidden.tsx';
import css from './paths.module.css';

/** What a row of panes shows: `5 of 17 seen, 28% recalled today`. */
function panesInWords(tally: Tally): string {
  return tally.seen === 0 ? seenOf(tally) : `${seenOf(tally)}, ${percentOf(levelOf(tally))} recalled today`;
}

/** The questions of a stage as small windows, for a glance: lit by what would be recalled today, dashed when fading. */
export function Panes({ steps, tally }: { readonly steps: readonly Step[]; readonly tally: Tally }) {
  return (
    <span className={css['panes']}>
      <Hidden>{panesInWords(tally)}</Hidden>
      {steps.map(({ question, standing }) => (
        <span
          key={question.id}
          className={css['pane']}
          data-fading={standing.kind === 'fading'}
          style={{ ['--level' as string]: standing.recall ?? 0 }}
          aria-hidden="true"
        />
      ))}
    </span>
  );
}
