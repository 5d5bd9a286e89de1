/** Reads whole tables in batches: each is a task of its own, so that a press is answered between two of them. */
import type { Table } from 'dexie';

/** Rows in one batch: few enough to arrive within a frame or two on a slow phone. */
const BATCH = 500;

/** All rows of a table in the order of their primary keys: strings. */
export async function readInBatches<T, K extends string, I>(
  table: Table<T, K, I>,
  keyOf: (row: T) => K,
  size: number = BATCH,
): Promise<T[]> {
  const rows: T[] = [];
  let batch = await table.orderBy(':id').limit(size).toArray();
  for (;;) {
    rows.push(...batch);
    const last = batch.at(-1);
    if (batch.length < size || last === undefined) return rows;
    batch = await table.where(':id').above(keyOf(last)).limit(size).toArray();
  }
}
