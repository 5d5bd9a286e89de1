/** One text for one value, so that equal content has equal hashes on every machine. */
import type { Item } from '../item.ts';

/** SHA-256 of a text's UTF-8 bytes as lower-case hex. The host passes it in: Node's is at once, a browser's a promise. */
export type Hash = (text: string) => string | Promise<string>;

/** JSON without spaces, the keys of every object sorted by code unit; undefined values are left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** Bytes of the text in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x80) bytes += 1;
    // Each half of a surrogate pair counts two here, four for the pair; any other unit from U+0800 on takes three.
    if (unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff)) bytes += 1;
  }
  return bytes;
}

const ITEM_HASH = 16;

/**
 * The hash by which a learner is told that an item has changed: not for its place on disk, nor for being read once more. 64 bits
 * as hex; what guards against damage is the hash of the pack.
 */
export async function hashItem(item: Item, hash: Hash): Promise<string> {
  return (await hash(canonicalJson({ ...item, file: undefined, reviewed: undefined }))).slice(0, ITEM_HASH);
}
