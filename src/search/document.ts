/** What of an item can be found: its entry in the list of results, and its text by the place where it stands. */
import type { Block } from '#bank/blocks.ts';
import type { DomainHead } from '#bank/head.ts';
import {
  type ErrorLayer,
  ERROR_LAYERS,
  type Item,
  type ItemKind,
  type FollowUp,
  type Path,
  type Question,
  QUESTION_LAYERS,
  type QuestionLayer,
  SNIPPET_LAYERS,
  type SnippetLayer,
} from '#bank/item.ts';
import { linesOf, plainOf } from '#bank/text.ts';
import { TIER_ALIASES, type Tier } from '#bank/tier.ts';
import { walkBlocks } from '#bank/walk.ts';

/** The small part of an item that is kept beside the index: what is ranked, filtered and shown without reading the item. */
export interface SearchEntry {
  readonly id: string;
  readonly kind: ItemKind;
  /** As in the bank, with backticks around code. */
  readonly title: string;
  readonly tags: readonly string[];
  readonly aliases: readonly string[];
  /** One, but for paths; none for a note whose item is gone. */
  readonly tiers: readonly Tier[];
  /** `domain/topic`; null for paths, and for a note whose item is gone. */
  readonly topic: string | null;
  readonly language: string | null;
}

/** Where a text stands; the screens have a word for each. */
export type Place =
  | 'answer'
  | 'keyPoint'
  | 'followUp'
  | 'phrase'
  | 'message'
  | 'stage'
  | 'row'
  | 'text'
  | 'code'
  | 'note'
  | QuestionLayer
  | Exclude<ErrorLayer, 'cause'>
  | 'cause'
  | SnippetLayer;

export interface Section {
  readonly place: Place;
  /** Plain lines, first to last. */
  readonly lines: readonly string[];
}

export interface SearchDocument {
  readonly entry: SearchEntry;
  /** Words by which it may be asked for but that are never shown as a match: topic, tier and their other names. */
  readonly about: readonly string[];
  readonly sections: readonly Section[];
}

/** `domain/topic` → "Webhooks Security": the titles of the domain and of the topic. */
export function topicTitles(domains: readonly DomainHead[]): Map<string, string> {
  return new Map(
    domains.flatMap((domain) =>
      domain.topics.map((topic): [string, string] => [`${domain.id}/${topic.id}`, `${domain.title} ${topic.title}`]),
    ),
  );
}

/** The lines of some blocks; the row of a table is one line. Code and drawings are left out: see `codeIn`. */
function proseIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.t !== 'table') return linesOf([block]);
    const rows = [block.head, ...block.rows].map((row) => row.map(plainOf).join(' · '));
    return block.caption === undefined ? rows : [block.caption, ...rows];
  });
}

/** The lines of the code, timelines and flows among some blocks, however deep. */
function codeIn(blocks: readonly Block[]): string[] {
  const lines: string[] = [];
  walkBlocks(blocks, (block) => {
    const drawn = block.t === 'code' || block.t === 'pair' || block.t === 'timeline' || block.t === 'flow';
    if (drawn) lines.push(...linesOf([block], true));
  });
  return lines;
}

function layersIn<K extends Place>(names: readonly K[], layers: Readonly<Record<K, readonly Block[]>>): Section[] {
  return names.flatMap((place) => [
    { place, lines: proseIn(layers[place]) },
    { place: 'code' as const, lines: codeIn(layers[place]) },
  ]);
}

function followUpsIn(followUps: readonly FollowUp[]): Section {
  return { place: 'followUp', lines: followUps.flatMap(({ ask, answer }) => [ask, ...(answer ? [answer] : [])]) };
}

function questionSections({ answer, keyPoints, followUps, phrase, layers }: Question): Section[] {
  return [
    { place: 'answer', lines: proseIn(answer) },
    { place: 'keyPoint', lines: keyPoints.flatMap(({ text, prompt }) => [text, ...(prompt ? [prompt] : [])]) },
    { place: 'phrase', lines: phrase === undefined ? [] : [phrase] },
    followUpsIn(followUps),
    ...layersIn(QUESTION_LAYERS, layers),
  ];
}

function pathSections({ audience, prerequisites, stages, body }: Path): Section[] {
  const lines = stages.flatMap(({ title, goal, milestone, resources }) => [
    title,
    goal,
    milestone,
    ...resources.map((resource) => resource.title),
  ]);
  return [
    { place: 'answer', lines: [...proseIn(body), audience, ...prerequisites] },
    { place: 'stage', lines },
  ];
}

function sectionsOf(item: Item): Section[] {
  switch (item.type) {
    case 'question':
      return questionSections(item);
    case 'error':
      return [
        { place: 'message', lines: item.messages },
        { place: 'answer', lines: proseIn(item.summary) },
        ...layersIn(ERROR_LAYERS, item.layers),
        followUpsIn(item.followUps),
      ];
    case 'snippet':
      return [{ place: 'answer', lines: proseIn(item.purpose) }, ...layersIn(SNIPPET_LAYERS, item.layers)];
    case 'sheet':
      return [
        { place: 'row', lines: proseIn(item.body.filter((block) => block.t === 'table')) },
        { place: 'text', lines: proseIn(item.body.filter((block) => block.t !== 'table')) },
        { place: 'code', lines: codeIn(item.body) },
      ];
    case 'path':
      return pathSections(item);
  }
}

function entryOf(item: Item): SearchEntry {
  const { id, type: kind, title, tags, aliases } = item;
  if (item.type === 'path') return { id, kind, title, tags, aliases, tiers: item.tiers, topic: null, language: null };
  const language = 'language' in item ? item.language : null;
  return { id, kind, title, tags, aliases, tiers: [item.tier], topic: item.topic, language };
}

/** Why a note stands by itself, in the place of its item's title. */
const LONE_NOTE = 'Your note of something that is not in the bank';

/** A person's note whose item is not in the bank, or no longer: it is found by its own words, and its address shows it. */
export function noteDocument(id: string, note: string): SearchDocument {
  const nothing = { tags: [], aliases: [], tiers: [], topic: null, language: null };
  return {
    entry: { id, kind: 'question', title: LONE_NOTE, ...nothing },
    about: [id],
    sections: [{ place: 'note', lines: note.split('\n') }],
  };
}

/** Everything of an item that can be found. `note` is the person's own; `titles` come from `topicTitles`. */
export function documentOf(item: Item, titles: ReadonlyMap<string, string>, note = ''): SearchDocument {
  const entry = entryOf(item);
  const { id, kind, tiers, topic, language } = entry;
  const names = [...TIER_ALIASES].filter(([, tier]) => tiers.includes(tier)).map(([name]) => name);
  const framework = 'framework' in item ? (item.framework ?? '') : '';
  const placed = topic === null ? [] : [topic, titles.get(topic) ?? ''];
  const own: Section = { place: 'note', lines: note.split('\n') };
  const sections = [...(note.trim() === '' ? [] : [own]), ...sectionsOf(item)];
  return {
    entry,
    about: [[...tiers, ...names].join(' '), ...placed, id, kind, language ?? '', framework].filter(
      (line) => line !== '',
    ),
    sections: sections.filter(({ lines }) => lines.some((line) => line !== '')),
  };
}
