import { rungOf } from '#pages/parts/format.ts';
import type { StandingKind, Tally } from '#progress/standing.ts';
import type { Way } from '#progress/way.ts';
import { TierLamp } from '#ui/tier-lamp.tsx';
import css from './paths.module.css';

/** In the order in which a question goes through them. */
const SHOWN = ['solid', 'fading', 'learning'] as const satisfies readonly StandingKind[];

/** `5 of 12 seen: 3 solid, 1 fading, 1 learning`. */
function levelInWords(tally: Tally): string {
  const parts = SHOWN.filter((kind) => tally[kind] > 0).map((kind) => `${tally[kind]} ${kind}`);
  const seen = `${tally.seen} of ${tally.total} seen`;
  return parts.length === 0 ? seen : `${seen}: ${parts.join(', ')}`;
}

/** How each tier of a path stands in memory: a bar of its questions, and the same in words. */
export function Levels({ way }: { readonly way: Way }) {
  return (
    <ul className={css['levels']} aria-label="By tier">
      {way.levels.map(({ tier, tally }) => (
        <li key={tier}>
          <TierLamp rung={rungOf(tier)} word={tier} showWord />
          <span className={css['bar']} aria-hidden="true">
            {SHOWN.map((kind) => (
              <span key={kind} data-standing={kind} style={{ flexGrow: tally[kind] }} />
            ))}
            <span style={{ flexGrow: tally.total - tally.solid - tally.fading - tally.learning }} />
          </span>
          <span className={css['state']}>{levelInWords(tally)}</span>
        </li>
      ))}
    </ul>
  );
}
