/** What an item is, after parsing: the shape that packs carry, storage keeps and screens draw. */
import type { Block } from './blocks.ts';
import type { Tier } from './tier.ts';

declare const brand: unique symbol;
export type ItemId = string & { readonly [brand]: 'ItemId' };
export type PointId = string & { readonly [brand]: 'PointId' };

export type QuestionKind = 'concept' | 'design' | 'debug' | 'code' | 'behavioural';
export type Weight = 'core' | 'detail' | 'bonus';
export type ItemKind = 'question' | 'error' | 'snippet' | 'sheet' | 'path';

export interface KeyPoint {
  readonly id: PointId;
  readonly weight: Weight;
  /** The tier from which a listener expects it. */
  readonly from: Tier;
  readonly text: string;
  /** An atomic question that this point answers; every core point has one. */
  readonly prompt?: string;
  /** The same idea in two questions carries the same concept. */
  readonly concept?: string;
}

export interface FollowUp {
  readonly ask: string;
  readonly tier?: Tier;
  readonly points: readonly PointId[];
  readonly see: readonly ItemId[];
  readonly answer?: string;
}

export interface Links {
  readonly requires: readonly ItemId[];
  readonly next: readonly ItemId[];
  readonly see: readonly ItemId[];
}

export interface Source {
  readonly title: string;
  readonly url: string;
  /** `YYYY-MM`: the month in which the source was last looked at. */
  readonly checked: string;
}

interface ItemBase {
  readonly id: ItemId;
  readonly title: string;
  readonly tags: readonly string[];
  readonly aliases: readonly string[];
  readonly sources: readonly Source[];
  /** `YYYY-MM`, when somebody else has read it cold. */
  readonly reviewed?: string;
  /** Path of the source file inside its pack; for "suggest an edit". */
  readonly file: string;
}

interface TopicItem extends ItemBase {
  readonly tier: Tier;
  /** `domain/topic`. */
  readonly topic: string;
  readonly links: Links;
}

/** The layers of a question below its spoken answer, in reading order. */
export const QUESTION_LAYERS = ['deepDive', 'realWorld', 'mistakes', 'production', 'wants', 'minute'] as const;
export type QuestionLayer = (typeof QUESTION_LAYERS)[number];

export interface Question extends TopicItem {
  readonly type: 'question';
  readonly kind: QuestionKind;
  /** Length of a good spoken answer. */
  readonly seconds: number;
  readonly hint: string;
  readonly phrase?: string;
  readonly keyPoints: readonly KeyPoint[];
  readonly followUps: readonly FollowUp[];
  readonly answer: readonly Block[];
  readonly layers: Readonly<Record<QuestionLayer, readonly Block[]>>;
}

export const ERROR_LAYERS = ['symptom', 'cause', 'fix', 'verify', 'wrongFixes', 'prevention'] as const;
export type ErrorLayer = (typeof ERROR_LAYERS)[number];

export interface ErrorEntry extends TopicItem {
  readonly type: 'error';
  readonly language: string;
  readonly framework?: string;
  /** The message as printed, one entry a variant. */
  readonly messages: readonly string[];
  readonly followUps: readonly FollowUp[];
  readonly summary: readonly Block[];
  readonly layers: Readonly<Record<ErrorLayer, readonly Block[]>>;
}

export const SNIPPET_LAYERS = ['code', 'adapt', 'pitfalls'] as const;
export type SnippetLayer = (typeof SNIPPET_LAYERS)[number];

export interface Snippet extends TopicItem {
  readonly type: 'snippet';
  readonly language: string;
  readonly purpose: readonly Block[];
  readonly layers: Readonly<Record<SnippetLayer, readonly Block[]>>;
}

export interface Sheet extends TopicItem {
  readonly type: 'sheet';
  /** Headings of the two columns of the first table that a drill asks and expects. */
  readonly drill: { readonly ask: string; readonly answer: string };
  readonly body: readonly Block[];
}

/** Questions by where they stand: of a domain or one `domain/topic`, of some tiers (none: all), with all of these tags. */
export interface StageQuery {
  readonly domain?: string;
  readonly topic?: string;
  readonly tiers: readonly Tier[];
  readonly tags: readonly string[];
}

/** When a milestone is reached: by a mock of so many of its questions, or when so much of it would be recalled. */
export interface MilestoneTest {
  readonly questions: number;
  /** Score of such a mock, of 100. */
  readonly score: number;
  /** Expected recall of the stage's questions, of 100; what was never asked counts as not recalled. */
  readonly recall: number;
}

/** What a stage is held to that says nothing else. */
export const MILESTONE_TEST: MilestoneTest = { questions: 3, score: 60, recall: 80 };

export interface PathStage {
  readonly id: string;
  readonly title: string;
  readonly goal: string;
  readonly milestone: string;
  readonly test: MilestoneTest;
  /** In a compiled pack, what the queries find is among them. */
  readonly items: readonly ItemId[];
  readonly queries: readonly StageQuery[];
  readonly resources: readonly { readonly title: string; readonly url: string }[];
}

export interface Path extends ItemBase {
  readonly type: 'path';
  readonly tiers: readonly Tier[];
  readonly audience: string;
  readonly prerequisites: readonly string[];
  /** Estimated effort, `[from, to]`. */
  readonly hours: readonly [number, number];
  readonly stages: readonly PathStage[];
  readonly next: readonly ItemId[];
  readonly body: readonly Block[];
}

export type Item = Question | ErrorEntry | Snippet | Sheet | Path;
