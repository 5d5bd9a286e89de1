/** How long answers take this person, learnt from the log. */
import type { LogEvent, Reviewed } from '#review/event.ts';
import { estimateSeconds, type EstimatedCard } from '#review/estimate.ts';
import type { CardId } from '#review/ids.ts';
import { standingOnes } from '#review/voids.ts';

/** How often a card was answered, and the milliseconds of all its answers. */
export interface AnswerTally {
  readonly count: number;
  readonly totalMs: number;
}

const NO_ANSWER: AnswerTally = { count: 0, totalMs: 0 };

/** A card as far as its time is concerned. */
export interface TimedCard extends EstimatedCard {
  readonly id: CardId;
  /** What it has in common with cards that take alike: its topic, kind and tier. */
  readonly group: string;
}

/** So many answers does the more general mean count for against a card's, a group's and a person's own. */
const TRUST = { card: 2, group: 5, person: 8 } as const;

/**
 * Counts an answer in the tallies given, or with −1 takes one out that was undone, so that a long log need not be read again.
 * Imported answers and answers without a time are not counted.
 */
export function countAnswer(tallies: Map<CardId, AnswerTally>, answer: Reviewed, by: 1 | -1): void {
  if (answer.source === 'import' || answer.tookMs <= 0) return;
  const { count, totalMs } = tallies.get(answer.card) ?? NO_ANSWER;
  if (count + by <= 0) tallies.delete(answer.card);
  else tallies.set(answer.card, { count: count + by, totalMs: totalMs + by * answer.tookMs });
}

/**
 * Tallies the answers of a log, in any order; those that were undone do not count, an event that occurs twice counts once.
 *
 * @param events must hold the events that void any of them
 */
export function tallyAnswers(events: readonly LogEvent[]): Map<CardId, AnswerTally> {
  const tallies = new Map<CardId, AnswerTally>();
  countStanding(tallies, events);
  return tallies;
}

/** Counts the answers of events that came in since, as `tallyAnswers` does those of a log. */
export function countStanding(tallies: Map<CardId, AnswerTally>, events: readonly LogEvent[]): void {
  for (const event of standingOnes(events)) if (event.type === 'reviewed') countAnswer(tallies, event, 1);
}

/** A sum of times, each divided by the time of a good answer, and their number. */
interface Paces {
  count: number;
  sum: number;
}

function shrunk({ count, sum }: Paces, prior: number, trust: number): number {
  return (sum + trust * prior) / (count + trust);
}

/**
 * Expected seconds of one answer to each card, in their order, with the time to check it: the card's own mean, drawn towards its group's, that
 * towards the person's, and that towards the bank's estimate. Paces are compared (time taken by time of a good answer), so that
 * a short question says something of a long one.
 */
export function expectedSeconds(cards: readonly TimedCard[], tallies: ReadonlyMap<CardId, AnswerTally>): number[] {
  const person: Paces = { count: 0, sum: 0 };
  const groups = new Map<string, Paces>();
  for (const { id, group, goodSeconds } of cards) {
    const tally = tallies.get(id);
    if (!tally) continue;
    const own = groups.get(group) ?? { count: 0, sum: 0 };
    groups.set(group, own);
    own.count += tally.count;
    own.sum += tally.totalMs / 1000 / goodSeconds;
    person.count += tally.count;
    person.sum += tally.totalMs / 1000 / goodSeconds;
  }
  const pace = shrunk(person, 1, TRUST.person);
  const none: Paces = { count: 0, sum: 0 };
  const secondsOf = (card: TimedCard): number => {
    const { count, totalMs } = tallies.get(card.id) ?? NO_ANSWER;
    const groupPace = shrunk(groups.get(card.group) ?? none, pace, TRUST.group);
    const own = shrunk({ count, sum: totalMs / 1000 / card.goodSeconds }, groupPace, TRUST.card);
    return own * card.goodSeconds + (estimateSeconds([card]) - card.goodSeconds);
  };
  return cards.map(secondsOf);
}
