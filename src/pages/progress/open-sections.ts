/** Which sections of Progress were opened and closed on this device. */
import { getStorage } from '#storage/current.ts';
import type { LamplightDb } from '#storage/database.ts';

export type SectionId = 'week' | 'ahead' | 'days' | 'memory' | 'house';
/** True for one that was opened, false for one that was closed. */
export type OpenSections = Readonly<Partial<Record<SectionId, boolean>>>;

const KEY = 'progressSections';

/** As they were left. */
export async function readOpenSections(db: LamplightDb): Promise<OpenSections> {
  const value: unknown = (await db.local.get(KEY))?.value;
  return typeof value === 'object' && value !== null ? value : {};
}

/** A device that is full forgets it, which hurts nobody. */
export async function keepOpenSection(id: SectionId, open: boolean): Promise<void> {
  const { db } = getStorage();
  try {
    await db.transaction('rw', db.local, async () => {
      await db.local.put({ key: KEY, value: { ...(await readOpenSections(db)), [id]: open } });
    });
  } catch {
    // Nothing depends on it.
  }
}
