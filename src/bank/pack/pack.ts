/** What a compiled pack is: a manifest that is small enough to compare, and files of items that need fetching only when new. */
import type { Item, ItemId } from '../item.ts';
import type { DomainHead, PackHead, Retired } from '../head.ts';

/** Grows when an older app could misread a pack. */
export const PACK_FORMAT = 1;

export interface PackRef {
  /** Name beside the manifest; holds the beginning of the hash. */
  readonly file: string;
  /** SHA-256 of the file's text, as hex. */
  readonly hash: string;
  readonly bytes: number;
  /** How many items it holds. */
  readonly items: number;
}

export interface PackManifest extends Omit<PackHead, 'promises' | 'beginning'> {
  readonly format: typeof PACK_FORMAT;
  /** SHA-256 of all the rest; differs when anything differs. */
  readonly version: string;
  readonly domains: readonly DomainHead[];
  /** What holds the first items of `order` comes first. */
  readonly packs: readonly PackRef[];
  /** Every id, in the recommended order of learning; paths stand in front of what they order. */
  readonly order: readonly ItemId[];
  readonly retired: readonly Retired[];
}

export interface PackedItem {
  /** The beginning of the content's SHA-256, as hex. */
  readonly hash: string;
  readonly item: Item;
}

export interface PackFile {
  readonly items: readonly PackedItem[];
}
