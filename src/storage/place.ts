/** What the bank says of a question, as far as the rows of its cards depend on it. */
import type { PointId } from '#bank/item.ts';
import type { ItemSummary } from '#bank/pack/summary.ts';

export interface Place {
  /** In the order of learning. */
  readonly position: number;
  readonly points: ReadonlySet<PointId>;
}

/** The place of an item; null when it is not in the bank or is nothing to learn by itself. */
export function placeOf(row: { readonly position: number; readonly summary: ItemSummary } | undefined): Place | null {
  if (row?.summary.type !== 'question') return null;
  return { position: row.position, points: new Set(row.summary.points.map(({ id }) => id)) };
}
