/** How long answers take this person, learnt from the log. */
import type { LogEvent } from '#review/event.ts';
import { estimateSeconds, type EstimatedCard } from '#review/estimate.ts';
import type { CardId, EventId } from '#review/ids.ts';

/** How often a card was answered, and the milliseconds of all its answers. */
export interface AnswerTally {
  readonly count: number;
  readonly totalMs: number;
}

/** A card as far as its time is concerned. */
export interface TimedCard extends EstimatedCard {
  readonly id: CardId;
  /** What it has in common with cards that take alike: its topic, kind and tier. */
  readonly group: string;
}

/** So many answers does the more general mean count for against a card's, a group's and a person's own. */
const TRUST = { card: 2, group: 5, person: 8 } as const;

/**
 * Tallies the answers of a log, in any order. Answers that were undone or imported do not count, nor do those without a time;
 * an event that occurs twice counts once.
 *
 * @param events must hold the events that void any of them
 */
export function tallyAnswers(events: readonly LogEvent[]): Map<CardId, AnswerTally> {
  const dealtWith = new Set<EventId>();
  for (const event of events) if (event.type === 'voided') dealtWith.add(event.target);
  const tallies = new Map<CardId, { count: number; totalMs: number }>();
  for (const event of events) {
    if (event.type !== 'reviewed' || event.source === 'import' || event.tookMs <= 0 || dealtWith.has(event.id))
      continue;
    dealtWith.add(event.id);
    const tally = tallies.get(event.card);
    if (tally) {
      tally.count += 1;
      tally.totalMs += event.tookMs;
    } else tallies.set(event.card, { count: 1, totalMs: event.tookMs });
  }
  return tallies;
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
 * Expected seconds of one answer to each card, with the time to check it: the card's own mean, drawn towards its group's, that
 * towards the person's, and that towards the bank's estimate. Paces are compared (time taken by time of a good answer), so that
 * a short question says something of a long one.
 */
export function expectedSeconds(
  cards: readonly TimedCard[],
  tallies: ReadonlyMap<CardId, AnswerTally>,
): Map<CardId, number> {
  const person: Paces = { count: 0, sum: 0 };
  const groups = new Map<string, Paces>();
  for (const { id, group, goodSeconds } of cards) {
    const tally = tallies.get(id);
    if (!tally) continue;
    const own = groups.get(group) ?? { count: 0, sum: 0 };
    groups.set(group, own);
    for (const paces of [person, own]) {
      paces.count += tally.count;
      paces.sum += tally.totalMs / 1000 / goodSeconds;
    }
  }
  const pace = shrunk(person, 1, TRUST.person);
  const none: Paces = { count: 0, sum: 0 };
  const secondsOf = (card: TimedCard): number => {
    const { count, totalMs } = tallies.get(card.id) ?? { count: 0, totalMs: 0 };
    const groupPace = shrunk(groups.get(card.group) ?? none, pace, TRUST.group);
    const own = shrunk({ count, sum: totalMs / 1000 / card.goodSeconds }, groupPace, TRUST.card);
    return own * card.goodSeconds + (estimateSeconds([card]) - card.goodSeconds);
  };
  return new Map(cards.map((card) => [card.id, secondsOf(card)]));
}
