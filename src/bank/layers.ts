/** The body of an item of any kind, as one sequence of blocks in reading order. */
import type { Block } from './blocks.ts';
import { ERROR_LAYERS, type Item, QUESTION_LAYERS, SNIPPET_LAYERS } from './item.ts';

/** Every block at the top of the item's body, first to last. */
export function blocksOf(item: Item): readonly Block[] {
  switch (item.type) {
    case 'question':
      return [...item.answer, ...QUESTION_LAYERS.flatMap((layer) => item.layers[layer])];
    case 'error':
      return [...item.summary, ...ERROR_LAYERS.flatMap((layer) => item.layers[layer])];
    case 'snippet':
      return [...item.purpose, ...SNIPPET_LAYERS.flatMap((layer) => item.layers[layer])];
    default:
      return item.body;
  }
}

/** The same item with every run of blocks replaced by what `change` makes of it. */
export function mapBlocks(item: Item, change: (blocks: readonly Block[]) => readonly Block[]): Item {
  switch (item.type) {
    case 'question':
      return { ...item, answer: change(item.answer), layers: mapLayers(item.layers, change) };
    case 'error':
      return { ...item, summary: change(item.summary), layers: mapLayers(item.layers, change) };
    case 'snippet':
      return { ...item, purpose: change(item.purpose), layers: mapLayers(item.layers, change) };
    default:
      return { ...item, body: change(item.body) };
  }
}

type Layers<K extends string> = Readonly<Record<K, readonly Block[]>>;

function mapLayers<K extends string>(
  layers: Layers<K>,
  change: (blocks: readonly Block[]) => readonly Block[],
): Layers<K> {
  const changed = Object.entries<readonly Block[]>(layers).map(([key, blocks]) => [key, change(blocks)]);
  return Object.fromEntries(changed) as Layers<K>;
}
