import { Link } from 'react-router';
import type { ItemSummary } from '#bank/pack/summary.ts';
import { Line } from '#pages/parts/line.tsx';

/** A link to another item of the bank, by its title. */
export function ItemLink({ summary }: { readonly summary: ItemSummary }) {
  const { id, type, title } = summary;
  return (
    <Link to={type === 'path' ? `/paths/${id}` : `/q/${id}`}>
      <Line text={title} />
    </Link>
  );
}
