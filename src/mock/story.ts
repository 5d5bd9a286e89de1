/** A person's own story for behavioural questions, in the order in which it is told, and what it still lacks. */
import type { ItemId } from '#bank/item.ts';

declare const brand: unique symbol;
export type StoryId = string & { readonly [brand]: 'StoryId' };

/** The parts of a story, in the order of telling: STAR, and what was learnt. */
export const STORY_PARTS = ['situation', 'task', 'action', 'result', 'learnt'] as const;
export type StoryPart = (typeof STORY_PARTS)[number];

export interface Story extends Readonly<Record<StoryPart, string>> {
  readonly id: StoryId;
  readonly title: string;
  /** What it shows, in the person's words: conflict, failure, leading without a title. */
  readonly tags: readonly string[];
  /** Behavioural questions that it answers. */
  readonly questions: readonly ItemId[];
}

/** A story of which nothing is written yet. */
export function newStory(id: StoryId): Story {
  return { id, title: '', situation: '', task: '', action: '', result: '', learnt: '', tags: [], questions: [] };
}

/**
 * empty: a part says nothing; noNumber: the result has no figure; onlyWe: the action says "we" and never "I"; longSetting:
 * situation and task take more words than action and result, the usual way to lose a listener.
 */
export type StoryGap =
  | { readonly kind: 'empty'; readonly part: StoryPart }
  | { readonly kind: 'noNumber' }
  | { readonly kind: 'onlyWe' }
  | { readonly kind: 'longSetting' };

/** A numeral, or a number in words that is a quantity by itself: "half", "twice", "a dozen". */
const NUMBER =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|half|halved|third|quarter|twice|double[ds]?|triple[ds]?|zero)\b/iu;
const I = /\b(?:I|I['’](?:m|ve|d|ll)|[Mm]e|[Mm]y|[Mm]yself)\b/u;
const WE = /\b(?:we|our|us|ourselves)\b/iu;
/** Under this, proportions mean nothing. */
const FEW_WORDS = 40;

function wordsIn(...texts: readonly string[]): number {
  return texts.join(' ').match(/\S+/gu)?.length ?? 0;
}

/** What a story lacks, in the order of telling; empty for one that is ready. Words are looked for in English. */
export function gapsOf(story: Story): StoryGap[] {
  const { situation, task, action, result } = story;
  const gaps: StoryGap[] = STORY_PARTS.filter((part) => story[part].trim() === '').map((part) => ({
    kind: 'empty',
    part,
  }));
  const setting = wordsIn(situation, task);
  if (action !== '' && result !== '' && setting > FEW_WORDS && setting > wordsIn(action, result))
    gaps.push({ kind: 'longSetting' });
  if (WE.test(action) && !I.test(action)) gaps.push({ kind: 'onlyWe' });
  if (result.trim() !== '' && !NUMBER.test(result)) gaps.push({ kind: 'noNumber' });
  return gaps;
}

/** Lower case, one blank between words: tags are compared like this. */
function plain(tag: string): string {
  return tag
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, ' ');
}

/** The tags of a text in which they are parted by commas; each once. */
export function tagsIn(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim());
  const known = new Set<string>();
  return tags.filter((tag) => {
    const isNew = tag !== '' && !known.has(plain(tag));
    known.add(plain(tag));
    return isNew;
  });
}

export interface AskedBehaviour {
  readonly item: ItemId;
  readonly tags: readonly string[];
}

/**
 * The stories that fit a question, the best first: those that the person put beside it, then those that share most tags with
 * it; what has nothing in common is left out.
 */
export function storiesFor(stories: readonly Story[], { item, tags }: AskedBehaviour): Story[] {
  const asked = new Set(tags.map(plain));
  const fit = (story: Story): number =>
    (story.questions.includes(item) ? 1000 : 0) + story.tags.filter((tag) => asked.has(plain(tag))).length;
  return stories.filter((story) => fit(story) > 0).toSorted((a, b) => fit(b) - fit(a) || (a.title < b.title ? -1 : 1));
}
