import type { FollowUp, KeyPoint } from '#bank/item.ts';
import type { ItemSummary } from '#bank/pack/summary.ts';
import { Line } from '#pages/parts/line.tsx';
import { rungOf } from '#pages/parts/format.ts';
import { TierLamp } from '#ui/tier-lamp.tsx';
import { ItemLink } from './item-link.tsx';
import { Section } from './section.tsx';
import css from './page.module.css';

export interface FollowUpsProps {
  readonly followUps: readonly FollowUp[];
  readonly keyPoints: readonly KeyPoint[];
  readonly neighbours: ReadonlyMap<string, ItemSummary>;
  readonly open: boolean;
}

/** What is asked next, with what answers it: words of its own, key points, other items. */
export function FollowUps({ followUps, keyPoints, neighbours, open }: FollowUpsProps) {
  if (followUps.length === 0) return null;
  const texts = new Map(keyPoints.map((point) => [point.id, point.text]));
  return (
    <Section title="Follow-ups" note={String(followUps.length)} open={open}>
      <ul className={css['followUps']}>
        {followUps.map(({ ask, tier, answer, points, see }) => (
          <li key={ask} className={css['followUp']}>
            <h3 className={css['ask']}>
              {tier && <TierLamp rung={rungOf(tier)} word={tier} />}
              <span>
                <Line text={ask} />
              </span>
            </h3>
            {answer !== undefined && (
              <p>
                <Line text={answer} />
              </p>
            )}
            {points.length > 0 && (
              <ul className={css['answering']} aria-label="Key points that answer it">
                {points.map((id) => (
                  <li key={id}>
                    <Line text={texts.get(id) ?? ''} />
                  </li>
                ))}
              </ul>
            )}
            {see.map((id) => {
              const summary = neighbours.get(id);
              return (
                summary && (
                  <p key={id}>
                    See <ItemLink summary={summary} />
                  </p>
                )
              );
            })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
