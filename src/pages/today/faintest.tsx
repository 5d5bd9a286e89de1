import { Link } from 'react-router';
import { Line } from '#pages/parts/line.tsx';
import { rungOf } from '#pages/parts/format.ts';
import type { ItemRow } from '#storage/database.ts';
import { Card } from '#ui/card.tsx';
import { TierLamp } from '#ui/tier-lamp.tsx';
import css from './today.module.css';

/** What is closest to being forgotten among today's cards. */
export function Faintest({ rows }: { readonly rows: readonly ItemRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Card title="Fading">
      <ul className={css['list']}>
        {rows.map(({ id, summary }) => (
          <li key={id}>
            {summary.tier && <TierLamp rung={rungOf(summary.tier)} word={summary.tier} />}
            <Link to={`/q/${id}`}>
              <Line text={summary.title} />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
