/** The block tree as a schema, for packs that come from outside. Recursion is safe only behind `withinLimits`. */
import * as v from 'valibot';
import type { Block, Code, CodeToken, Inline } from '../blocks.ts';
import { isSlug, isWebUrl } from '../patterns.ts';

const text = v.string();
const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const inline: v.GenericSchema<unknown, Inline> = v.lazy(() => inlineUnion);
const inlines = v.array(inline);
const inlineRun = v.variant('t', [
  v.object({ t: v.literal('strong'), c: inlines }),
  v.object({ t: v.literal('em'), c: inlines }),
  v.object({ t: v.literal('code'), text }),
  v.object({ t: v.literal('link'), href: v.pipe(text, v.check(isWebUrl)), c: inlines }),
  v.object({ t: v.literal('item'), id: v.pipe(text, v.check(isSlug)), c: inlines }),
  v.object({ t: v.literal('br') }),
]);

const inlineUnion = v.union([text, inlineRun]);

const CLASSES = 'ksncftvpid';

function isToken(token: unknown): token is CodeToken {
  if (typeof token === 'string') return true;
  if (!Array.isArray(token) || token.length !== 2) return false;
  const [cls, run] = token as readonly unknown[];
  return typeof cls === 'string' && cls.length === 1 && CLASSES.includes(cls) && typeof run === 'string';
}

// By hand: highlighted lines are most of a pack's values, and a schema for each token would double the time to load.
const lines = v.custom<Code['lines']>(
  (value) => Array.isArray(value) && value.every((line) => Array.isArray(line) && line.every(isToken)),
);

const code = {
  lang: text,
  title: text,
  lines,
  run: v.exactOptional(v.union([v.object({ by: text }), v.object({ not: text })])),
  output: v.exactOptional(text),
};
const reasoned = v.object({ ...code, why: text });

const block: v.GenericSchema<unknown, Block> = v.lazy(() => blockVariant);

/** Blocks side by side. */
export const blocksSchema: v.GenericSchema<unknown, readonly Block[]> = v.array(block);

const row = v.object({ at: text, who: text, what: text, state: v.exactOptional(text) });
const node = v.object({ lane: v.exactOptional(text), text });
const edge = v.object({ from: index, to: index, label: v.exactOptional(text) });
const flow = v.pipe(
  v.object({ t: v.literal('flow'), title: text, nodes: v.array(node), edges: v.array(edge) }),
  v.check(({ nodes, edges }) => edges.every(({ from, to }) => from < nodes.length && to < nodes.length)),
);

const blockVariant = v.variant('t', [
  v.object({ t: v.literal('p'), c: inlines }),
  v.object({ t: v.literal('h'), level: v.exactOptional(v.literal(2)), c: inlines }),
  v.object({ t: v.literal('ul'), items: v.array(blocksSchema) }),
  v.object({ t: v.literal('ol'), start: v.exactOptional(index), items: v.array(blocksSchema) }),
  v.object({ t: v.literal('quote'), c: blocksSchema }),
  v.object({
    t: v.literal('callout'),
    kind: v.picklist(['trap', 'insight', 'senior', 'example', 'warning', 'impact']),
    title: v.exactOptional(text),
    c: blocksSchema,
  }),
  v.object({
    t: v.literal('table'),
    caption: v.exactOptional(text),
    align: v.array(v.nullable(v.picklist(['left', 'center', 'right']))),
    head: v.array(inlines),
    rows: v.array(v.array(inlines)),
  }),
  v.object({ t: v.literal('code'), ...code }),
  v.object({ t: v.literal('pair'), bad: reasoned, good: reasoned }),
  v.object({ t: v.literal('timeline'), title: text, rows: v.array(row) }),
  flow,
]);
