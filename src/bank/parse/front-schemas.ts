/** The front matter of each kind of item. A schema's message is the remedy; what is wrong is told from the issue itself. */
import * as v from 'valibot';
import { MILESTONE_TEST } from '../item.ts';
import { isSlug, isWebUrl, MAX_ID, MONTH, TAG, TOPIC } from '../patterns.ts';
import { type Tier, tierFromWord } from '../tier.ts';

const text = (max: number) =>
  v.pipe(
    v.string('Write a text; put it in quotes if it looks like a number or holds a colon.'),
    v.trim(),
    v.minLength(1, 'Write something, or leave the key out.'),
    v.maxLength(max, `Keep it under ${max} characters.`),
    v.regex(/^[^\n]*$/, 'Write it on one line.'),
  );

const LIST = 'Write a list: `[a, b]`, or one `- ` entry a line.';
const list = <S extends v.GenericSchema>(item: S, max: number) =>
  v.pipe(v.array(item, LIST), v.maxLength(max, `Keep it to ${max} entries.`));
const optionalList = <S extends v.GenericSchema>(item: S, max: number) => v.optional(list(item, max), []);

const UNKNOWN_KEY = 'Remove it.';
const MAPPING = 'Write a mapping: `key: value`, one a line.';
/** An object that reports every unknown key. `strictObject`, whose type this has, stops at the first. */
const keys = <E extends v.ObjectEntries>(entries: E) =>
  v.objectWithRest(entries, v.never(UNKNOWN_KEY), MAPPING) as unknown as v.StrictObjectSchema<E, string>;

const slug = v.pipe(
  v.string('Write lower-case words joined by hyphens.'),
  v.check(isSlug, `Write lower-case words joined by hyphens, at most ${MAX_ID} characters: raw-body.`),
);
const TIER = 'Write one of: foundational, mid, senior, expert.';
const tier = v.pipe(
  v.string(TIER),
  v.check((word) => tierFromWord(word) !== undefined, TIER),
  v.transform((word): Tier => tierFromWord(word) ?? 'foundational'),
);
const topic = v.pipe(v.string(), v.regex(TOPIC, 'Write domain/topic, both as declared in pack.yaml.'));
const tag = v.pipe(
  v.string('Write tags as texts; put a number in quotes.'),
  v.maxLength(40, 'Keep a tag under 40 characters.'),
  v.regex(TAG, 'Write tags in lower case, words joined by hyphens.'),
);
const month = v.pipe(v.string('Write YYYY-MM.'), v.regex(MONTH, 'Write the month as YYYY-MM.'));
const url = v.pipe(v.string(), v.check(isWebUrl, 'Write a whole https:// address.'));

const source = keys({ title: text(200), url, checked: month });
const links = v.optional(
  keys({ requires: optionalList(slug, 20), next: optionalList(slug, 20), see: optionalList(slug, 20) }),
  {},
);
const followUp = keys({
  ask: text(300),
  tier: v.exactOptional(tier),
  points: optionalList(slug, 20),
  see: optionalList(slug, 20),
  answer: v.exactOptional(text(600)),
});

const WEIGHTS = ['core', 'detail', 'bonus'] as const;
const keyPoint = keys({
  id: slug,
  weight: v.picklist(WEIGHTS, 'Write one of: core, detail, bonus.'),
  from: tier,
  text: text(300),
  prompt: v.exactOptional(text(300)),
  concept: v.exactOptional(slug),
});

const common = {
  id: slug,
  tags: optionalList(tag, 20),
  aliases: optionalList(text(120), 30),
  sources: optionalList(source, 40),
  reviewed: v.exactOptional(month),
};
const placed = { ...common, tier, topic, links };

const KINDS = ['concept', 'design', 'debug', 'code', 'behavioural'] as const;
const SECONDS = 'Write whole seconds, 10 to 600.';
const seconds = v.pipe(v.number(SECONDS), v.integer(SECONDS), v.minValue(10, SECONDS), v.maxValue(600, SECONDS));

export const questionFront = keys({
  ...placed,
  kind: v.picklist(KINDS, 'Write one of: concept, design, debug, code, behavioural.'),
  seconds,
  hint: text(300),
  phrase: v.exactOptional(text(300)),
  keyPoints: v.pipe(list(keyPoint, 20), v.minLength(1, 'Write 5 to 8 key points.')),
  followUps: optionalList(followUp, 20),
});

export const errorFront = keys({
  ...placed,
  language: text(40),
  framework: v.exactOptional(text(60)),
  message: v.pipe(list(text(400), 20), v.minLength(1, 'Write the message as it is printed.')),
  followUps: optionalList(followUp, 20),
});

export const snippetFront = keys({ ...placed, language: text(40) });

export const sheetFront = keys({ ...placed, drill: keys({ ask: text(80), answer: text(80) }) });

const HOURS = 'Write two numbers of hours: [from, to].';
const hour = v.pipe(v.number(HOURS), v.minValue(0, HOURS), v.maxValue(2000, HOURS));
const percent = v.pipe(
  v.number('Write a number from 1 to 100.'),
  v.integer('Write a whole number.'),
  v.minValue(1, 'Write 1 or more.'),
  v.maxValue(100, 'Write 100 or less.'),
);
const stageQuery = keys({
  domain: v.exactOptional(slug),
  topic: v.exactOptional(topic),
  tiers: optionalList(tier, 4),
  tags: optionalList(tag, 20),
});
const stage = keys({
  id: slug,
  title: text(120),
  goal: text(400),
  milestone: text(400),
  items: optionalList(slug, 200),
  test: v.optional(keys({ questions: percent, score: percent, recall: percent }), MILESTONE_TEST),
  queries: optionalList(stageQuery, 20),
  resources: optionalList(keys({ title: text(200), url }), 20),
});

export const pathFront = keys({
  ...common,
  tiers: v.pipe(list(tier, 4), v.minLength(1, TIER)),
  audience: text(300),
  prerequisites: optionalList(text(200), 20),
  hours: v.pipe(
    v.tuple([hour, hour], HOURS),
    v.check(([from, to]) => from <= to, 'Write the smaller number first.'),
  ),
  stages: v.pipe(list(stage, 40), v.minLength(1, 'Write at least one stage.')),
  next: optionalList(slug, 20),
});

const declared = { id: slug, title: text(120), about: text(300) };
const retired = keys({ id: slug, successor: v.exactOptional(slug) });

const promised = v.pipe(
  v.number('Write a whole number.'),
  v.integer('Write a whole number.'),
  v.minValue(0, 'Write 0 or more.'),
  v.maxValue(1000, 'Write 1000 or less.'),
);
const promises = keys({ questions: promised, eachTier: promised, links: promised, figurePercent: promised });

export const packFront = keys({
  id: slug,
  title: text(120),
  licence: text(120),
  domains: v.pipe(
    list(keys({ ...declared, topics: list(keys(declared), 60) }), 60),
    v.minLength(1, 'Declare at least one domain with its topics.'),
  ),
  retired: optionalList(retired, 2000),
  promises: v.exactOptional(promises),
  beginning: v.exactOptional(slug),
});
