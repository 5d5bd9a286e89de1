/** Items → manifest and pack files. Deterministic: the same items in any order make the same bytes. */
import type { Item } from '../item.ts';
import { canonicalJson, type Hash, hashItem, utf8Length } from './canonical.ts';
import type { PackHead } from '../head.ts';
import { fillStages, learningOrder } from './order.ts';
import { PACK_FORMAT, type PackedItem, type PackManifest, type PackRef } from './pack.ts';

/** A pack is kept as one text: larger ones would be slow to read. */
const MOST_ITEMS = 800;
const HASH_IN_NAME = 12;

/** Item → name of the file that holds it, but for the hash. */
export type GroupOf = (item: Item) => string;

export interface BuiltPacks {
  readonly manifest: PackManifest;
  /** Name of each pack file → its text, JSON of a `PackFile` with one item a line: the line of an item can be read alone. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Groups the questions of the first domain (with it a first visit begins), all other questions, paths, and what one looks up, at
 * most 800 items a file: large packs compress better, a seventh against one for each domain. Fills the stages of paths.
 */
export async function buildPacks(
  head: PackHead,
  sources: readonly Item[],
  hash: Hash,
  groupOf: GroupOf = byUse(head),
): Promise<BuiltPacks> {
  const items = fillStages(head, sources);
  const order = learningOrder(head, items);
  const place = new Map<string, number>(order.map((id, i) => [id, i]));
  const built = await Promise.all(chunks(items, groupOf).map(({ name, group }) => buildPack(name, group, hash)));
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
  const text = `{"items":[\n${items.map(canonicalJson).join(',\n')}\n]}`;
  const packHash = await hash(text);
  const file = `${name}-${packHash.slice(0, HASH_IN_NAME)}.json`;
  const ref = { file, hash: packHash, bytes: utf8Length(text), items: items.length };
  return { ref, text, ids: group.map(({ id }) => id) };
}

function byUse({ domains: [first] }: PackHead): GroupOf {
  return (item) => {
    if (item.type === 'path') return 'paths';
    if (item.type !== 'question') return 'reference';
    return domainOf(item) === first?.id ? `questions-${first.id}` : 'questions';
  };
}

function domainOf(item: Item): string {
  return item.type === 'path' ? '' : (item.topic.split('/')[0] ?? '');
}

/** Neighbours are alike: by domain, then by id. */
function byPlace(a: Item, b: Item): number {
  const [first, second] = [`${domainOf(a)}/${a.id}`, `${domainOf(b)}/${b.id}`];
  return first < second ? -1 : 1;
}

function chunks(items: readonly Item[], groupOf: GroupOf): { name: string; group: Item[] }[] {
  const groups = new Map<string, Item[]>();
  for (const item of items.toSorted(byPlace)) {
    const name = groupOf(item);
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
