/** Items → manifest and pack files. Deterministic: the same items in any order make the same bytes. */
import type { Item } from '../item.ts';
import { canonicalJson, type Hash, hashItem, utf8Length } from './canonical.ts';
import type { PackHead } from '../head.ts';
import { fillStages, learningOrder } from './order.ts';
import { PACK_FORMAT, type PackedItem, type PackManifest, type PackRef } from './pack.ts';

/** One pack parses in a few milliseconds, and an edit fetches few neighbours again; smaller ones compress a tenth worse. */
const MOST_ITEMS = 32;
const HASH_IN_NAME = 12;

export interface BuiltPacks {
  readonly manifest: PackManifest;
  /** Name of each pack file → its text, which is canonical JSON of a `PackFile`. */
  readonly files: ReadonlyMap<string, string>;
}

/** Groups the items by kind and domain, at most 32 a file; fills the stages of paths. */
export async function buildPacks(head: PackHead, sources: readonly Item[], hash: Hash): Promise<BuiltPacks> {
  const items = fillStages(head, sources);
  const order = learningOrder(head, items);
  const place = new Map<string, number>(order.map((id, i) => [id, i]));
  const built = await Promise.all(chunks(items).map(({ name, group }) => buildPack(name, group, hash)));
  const first = ({ ids }: BuiltPack) => Math.min(...ids.map((id) => place.get(id) ?? order.length));
  built.sort((a, b) => first(a) - first(b));
  const rest = {
    format: PACK_FORMAT,
    id: head.id,
    title: head.title,
    licence: head.licence,
    domains: head.domains,
    retired: head.retired,
    packs: built.map(({ ref }) => ref),
    order,
  } as const;
  const manifest = { ...rest, version: await hash(canonicalJson(rest)) };
  return { manifest, files: new Map(built.map(({ ref, text }) => [ref.file, text])) };
}

interface BuiltPack {
  readonly ref: PackRef;
  readonly text: string;
  readonly ids: readonly string[];
}

async function buildPack(name: string, group: readonly Item[], hash: Hash): Promise<BuiltPack> {
  const items: PackedItem[] = await Promise.all(
    group.map(async (item) => ({ hash: await hashItem(item, hash), item })),
  );
  const text = canonicalJson({ items });
  const packHash = await hash(text);
  const file = `${name}-${packHash.slice(0, HASH_IN_NAME)}.json`;
  const ref = { file, hash: packHash, bytes: utf8Length(text), items: items.length };
  return { ref, text, ids: group.map(({ id }) => id) };
}

function groupName(item: Item): string {
  if (item.type === 'path') return 'paths';
  return `${item.type}s-${item.topic.split('/')[0] ?? ''}`;
}

function chunks(items: readonly Item[]): { name: string; group: Item[] }[] {
  const groups = new Map<string, Item[]>();
  for (const item of [...items].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const name = groupName(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return [...groups].flatMap(([name, group]) => {
    const count = Math.ceil(group.length / MOST_ITEMS);
    return Array.from({ length: count }, (_, i) => ({
      name: i === 0 ? name : `${name}-${i + 1}`,
      group: group.slice(i * MOST_ITEMS, (i + 1) * MOST_ITEMS),
    }));
  });
}
