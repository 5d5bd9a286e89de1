import type { ItemId } from '#bank/item.ts';
import { lastIntention } from '#mock/history.ts';
import { longDate } from '#pages/parts/format.ts';
import { readMockHistory } from '#storage/mock-history.ts';
import { useLive } from '#storage/use-live.ts';
import css from './history.module.css';

export interface LastIntentionProps {
  readonly item: ItemId;
  /** Only what was written in mocks that ended before this moment; without it, ever. */
  readonly beforeMs?: number;
}

/** What the person meant to say the next time that this is asked, in their own words; nothing where they wrote nothing. */
export function LastIntention({ item, beforeMs = Number.POSITIVE_INFINITY }: LastIntentionProps) {
  const found = useLive(
    async ({ db }) => {
      const { mocks } = await readMockHistory(db);
      const records = mocks.map(({ record }) => record);
      return lastIntention(records, item, beforeMs);
    },
    [item, beforeMs],
  );
  if (!found) return null;
  return (
    <p className={css['meant']}>
      <span className={css['date']}>You meant to say next time, {longDate(found.atMs)}:</span> {found.text}
    </p>
  );
}
