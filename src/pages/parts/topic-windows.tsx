import { TIERS } from '#bank/tier.ts';
import { windowInWords } from '#pages/progress/words.ts';
import { levelOf } from '#progress/standing.ts';
import type { Floor } from '#progress/house.ts';
import { Window } from '#ui/house.tsx';
import css from './topic-windows.module.css';

/** A topic's windows in one row, a tier each; a gap where there is no question. */
export function TopicWindows({ floor }: { readonly floor: Floor }) {
  return (
    <span className={css['windows']}>
      {TIERS.map((tier, index) => {
        const tally = floor.cells[index];
        if (!tally) return <span key={tier} />;
        return (
          <Window
            key={tier}
            level={levelOf(tally)}
            fading={tally.dims > 0}
            label={`${tier}: ${windowInWords(tally)}. `}
          />
        );
      })}
    </span>
  );
}
