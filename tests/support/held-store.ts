import { vi } from 'vitest';
import type { LamplightDb } from '#storage/database.ts';

/** Holds the next transaction back, as a database does that is busy with something larger; returns how to let it go. */
export function holdStore(db: LamplightDb): () => void {
  const transaction = db.transaction.bind(db) as (...all: unknown[]) => Promise<unknown>;
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const late = async (...all: unknown[]): Promise<unknown> => {
    await held;
    return transaction(...all);
  };
  vi.spyOn(db, 'transaction').mockImplementationOnce(late as typeof db.transaction);
  return letGo;
}
