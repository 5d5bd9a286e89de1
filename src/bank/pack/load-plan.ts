/** Updating a stored bank by difference. */
import type { ItemId } from '../item.ts';
import type { PackedItem, PackManifest, PackRef } from './pack.ts';

export interface LeftItem {
  readonly id: ItemId;
  readonly successor?: string;
}

export interface LoadPlan {
  /** In the order in which they should arrive: what is learnt first comes first. */
  readonly fetch: readonly PackRef[];
  /** Stored packs that the new manifest no longer has; drop them after the new ones are stored. */
  readonly drop: readonly PackRef[];
  /** Items of the stored manifest that are in no pack of the new one; their history stays. */
  readonly left: readonly LeftItem[];
}

/** What to do to get from the stored manifest (undefined on a first visit) to the next; three empty lists when nothing changed. */
export function planLoad(stored: PackManifest | undefined, next: PackManifest): LoadPlan {
  if (stored?.version === next.version) return { fetch: [], drop: [], left: [] };
  const had = new Set(stored?.packs.map(({ hash }) => hash));
  const has = new Set(next.packs.map(({ hash }) => hash));
  const ids = new Set(next.order);
  const successors = new Map(next.retired.map(({ id, successor }) => [id, successor]));
  return {
    fetch: next.packs.filter(({ hash }) => !had.has(hash)),
    drop: (stored?.packs ?? []).filter(({ hash }) => !has.has(hash)),
    left: (stored?.order ?? [])
      .filter((id) => !ids.has(id))
      .map((id) => {
        const successor = successors.get(id);
        return successor === undefined ? { id } : { id, successor };
      }),
  };
}

export interface ItemChanges {
  readonly added: readonly PackedItem[];
  /** Same id, other content: learners are told that it was edited. */
  readonly changed: readonly PackedItem[];
  /** Same content in another pack. */
  readonly same: readonly PackedItem[];
}

/** Sorts the items of fetched packs by what the learner already has: item id → content hash. */
export function compareItems(stored: ReadonlyMap<string, string>, arrived: readonly PackedItem[]): ItemChanges {
  const added: PackedItem[] = [];
  const changed: PackedItem[] = [];
  const same: PackedItem[] = [];
  for (const packed of arrived) {
    const hash = stored.get(packed.item.id);
    (hash === undefined ? added : hash === packed.hash ? same : changed).push(packed);
  }
  return { added, changed, same };
}
