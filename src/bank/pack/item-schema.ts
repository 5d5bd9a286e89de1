/** An item as a schema, for packs that come from outside. */
import * as v from 'valibot';
import {
  ERROR_LAYERS,
  type Item,
  type ItemId,
  MILESTONE_TEST,
  type PointId,
  QUESTION_LAYERS,
  SNIPPET_LAYERS,
} from '../item.ts';
import { isSlug, isWebUrl, MONTH, TAG, TOPIC } from '../patterns.ts';
import { TIERS } from '../tier.ts';
import { blocksSchema } from './block-schema.ts';

const text = v.string();
const title = v.pipe(text, v.minLength(1), v.maxLength(400));
const isSlugValue = (value: unknown) => typeof value === 'string' && isSlug(value);
const slug = v.pipe(text, v.check(isSlug));
/** An item's id, branded. */
export const itemIdSchema = v.custom<ItemId>(isSlugValue);
const pointId = v.custom<PointId>(isSlugValue);
const itemIds = v.array(itemIdSchema);
const tier = v.picklist(TIERS);
const topic = v.pipe(text, v.regex(TOPIC));
const tags = v.array(v.pipe(text, v.regex(TAG)));
const month = v.pipe(text, v.regex(MONTH));
const url = v.pipe(text, v.check(isWebUrl));

const base = {
  id: itemIdSchema,
  title,
  tags,
  aliases: v.array(text),
  sources: v.array(v.object({ title: text, url, checked: month })),
  reviewed: v.exactOptional(month),
  file: text,
};
const placed = { ...base, tier, topic, links: v.object({ requires: itemIds, next: itemIds, see: itemIds }) };

const keyPoint = v.object({
  id: pointId,
  weight: v.picklist(['core', 'detail', 'bonus']),
  from: tier,
  text,
  prompt: v.exactOptional(text),
  concept: v.exactOptional(slug),
});
const followUps = v.array(
  v.object({
    ask: text,
    tier: v.exactOptional(tier),
    points: v.array(pointId),
    see: itemIds,
    answer: v.exactOptional(text),
  }),
);

function layers<const K extends string>(keys: readonly K[]) {
  const entries = Object.fromEntries(keys.map((key) => [key, blocksSchema])) as Record<K, typeof blocksSchema>;
  return v.object(entries);
}

const seconds = v.pipe(v.number(), v.minValue(1), v.maxValue(3600));
const hour = v.pipe(v.number(), v.minValue(0));

const question = v.object({
  ...placed,
  type: v.literal('question'),
  kind: v.picklist(['concept', 'design', 'debug', 'code', 'behavioural']),
  seconds,
  hint: text,
  phrase: v.exactOptional(text),
  keyPoints: v.pipe(v.array(keyPoint), v.minLength(1), v.maxLength(40)),
  followUps,
  answer: blocksSchema,
  layers: layers(QUESTION_LAYERS),
});

const error = v.object({
  ...placed,
  type: v.literal('error'),
  language: text,
  framework: v.exactOptional(text),
  messages: v.pipe(v.array(text), v.minLength(1)),
  followUps,
  summary: blocksSchema,
  layers: layers(ERROR_LAYERS),
});

const snippet = v.object({
  ...placed,
  type: v.literal('snippet'),
  language: text,
  purpose: blocksSchema,
  layers: layers(SNIPPET_LAYERS),
});

const sheet = v.object({
  ...placed,
  type: v.literal('sheet'),
  drill: v.object({ ask: text, answer: text }),
  body: blocksSchema,
});

const percent = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100));

const stage = v.object({
  id: slug,
  title: text,
  goal: text,
  milestone: text,
  items: itemIds,
  // Packs of an older version of the app have neither.
  test: v.optional(v.object({ questions: percent, score: percent, recall: percent }), MILESTONE_TEST),
  queries: v.optional(
    v.array(v.object({ domain: v.exactOptional(slug), topic: v.exactOptional(topic), tiers: v.array(tier), tags })),
    [],
  ),
  resources: v.array(v.object({ title: text, url })),
});

const path = v.object({
  ...base,
  type: v.literal('path'),
  tiers: v.pipe(v.array(tier), v.minLength(1)),
  audience: text,
  prerequisites: v.array(text),
  hours: v.tuple([hour, hour]),
  stages: v.array(stage),
  next: itemIds,
  body: blocksSchema,
});

/** Any item. Unknown keys are dropped. */
export const itemSchema: v.GenericSchema<unknown, Item> = v.variant('type', [question, error, snippet, sheet, path]);
