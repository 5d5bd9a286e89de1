/** An interview that was drawn: what is asked, in which order, and what the bank could not give. */
import type { ItemId, QuestionKind } from '#bank/item.ts';
import type { Tier } from '#bank/tier.ts';

/** question: one of the bank's; error: the cause of a message from the error archive; pair: what is wrong with a listing. */
export type AskedAs = 'question' | 'error' | 'pair';

/** One question as it will be asked; its follow-ups are in the item itself. */
export interface DrawnQuestion {
  readonly item: ItemId;
  readonly as: AskedAs;
  /** Of a pair: which of the item's pairs, from 0. */
  readonly pair: number | null;
  readonly title: string;
  readonly topic: string;
  readonly tier: Tier;
  readonly kind: QuestionKind;
  /** Length of a good spoken answer, in seconds. */
  readonly seconds: number;
}

/** What is not as it was asked for, told to the person before the start. */
export type DrawNote =
  /** The bank holds fewer that fit. */
  | { readonly kind: 'fewer'; readonly wanted: number; readonly got: number }
  /** Some were asked in one of the last mocks, since there is nothing else. */
  | { readonly kind: 'repeats'; readonly count: number }
  /** Some are of another tier or topic than the mix asks for. */
  | { readonly kind: 'offMix'; readonly count: number }
  /** A topic or a tier that was asked for would have a question at least, and has none. */
  | { readonly kind: 'noTopic'; readonly topic: string }
  | { readonly kind: 'noTier'; readonly tier: Tier }
  /** A topic has no question of a tier: the ladder steps over it. */
  | { readonly kind: 'noRung'; readonly topic: string; readonly tier: Tier };

export interface Drawn {
  readonly questions: readonly DrawnQuestion[];
  readonly notes: readonly DrawNote[];
}
