import type { Tier } from '#bank/tier.ts';
import { countOf, rungOf, grouped } from '#pages/parts/format.ts';
import type { Way } from '#progress/way.ts';
import type { WalkedPath } from '#storage/path-read.ts';
import { Icon } from '#ui/icon.tsx';
import { TierLamp } from '#ui/tier-lamp.tsx';
import css from './paths.module.css';

/** The tiers that a path leads through, each with its lamp. */
export function Tiers({ tiers }: { readonly tiers: readonly Tier[] }) {
  return (
    <ul className={css['tiers']} aria-label="Tiers">
      {tiers.map((tier) => (
        <li key={tier}>
          <TierLamp rung={rungOf(tier)} word={tier} showWord />
        </li>
      ))}
    </ul>
  );
}

/** How long it takes, as the range that it is. */
export function Effort({ hours: [from, to] }: { readonly hours: readonly [number, number] }) {
  return (
    <span className={css['effort']}>
      <Icon name="clock" size="sm" />
      {from === to ? `about ${countOf(from, 'hour')}` : `${from} to ${to} hours`}
    </span>
  );
}

/** `13 of 65 questions seen`. */
export function seenInWords({ tally }: Way): string {
  return `${grouped(tally.seen)} of ${countOf(tally.total, 'question')} seen`;
}

/** Whether a path is followed, as far as there is something to say. */
export function followedInWords({ started, followed }: Pick<WalkedPath, 'started' | 'followed'>): string | null {
  if (started?.paused) return 'Paused';
  if (started) return followed ? 'Today follows this path' : 'Followed beside another';
  return followed ? 'A good beginning' : null;
}
