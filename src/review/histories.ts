/** The log as each card's own row of reviews: what fitting learns from. */
import type { MemoryReview } from '#memory/replay.ts';
import { studyDayOf, type StudyDay } from '#memory/study-day.ts';
import type { LogEvent, Split } from './event.ts';
import { cardIdOf, splitCardId, type CardId } from './ids.ts';
import { gradeOfOutcome } from './reduce.ts';
import { standingOnes } from './voids.ts';

/**
 * The reviews of every card, questions and points, in log order; undone ones are left out, a reset begins a new row. Events in
 * any order, with duplicates.
 */
export function historiesOf(events: readonly LogEvent[], rolloverHour: number): MemoryReview[][] {
  const rows = new Map<CardId, MemoryReview[]>();
  const finished: MemoryReview[][] = [];
  const add = (card: CardId, review: MemoryReview): void => {
    const row = rows.get(card);
    if (row) row.push(review);
    else rows.set(card, [review]);
  };
  for (const event of standingOnes(events)) {
    if (event.type === 'reset') finished.push(...endRows(rows, event.card));
    const day = studyDayOf(event.atMs, event.offsetMinutes, rolloverHour);
    if (event.type === 'split') addMissed(rows, event, day);
    if (event.type !== 'reviewed') continue;
    add(event.card, { day, grade: event.grade });
    for (const { id, hit } of event.points) add(cardIdOf(event.item, id), { day, grade: gradeOfOutcome(hit) });
  }
  return [...finished, ...rows.values()];
}

/** Points of which nothing was known begin as missed when their question is split. */
function addMissed(rows: Map<CardId, MemoryReview[]>, { item, points }: Split, day: StudyDay): void {
  for (const point of points) {
    const card = cardIdOf(item, point);
    if (!rows.has(card)) rows.set(card, [{ day, grade: gradeOfOutcome(false) }]);
  }
}

/** Takes the rows of a card out, and those of its points if it is a whole question. */
function endRows(rows: Map<CardId, MemoryReview[]>, card: CardId): MemoryReview[][] {
  const { item, point } = splitCardId(card);
  const ended = [...rows.keys()].filter((id) => id === card || (point === null && splitCardId(id).item === item));
  return ended.flatMap((id) => {
    const row = rows.get(id) ?? [];
    rows.delete(id);
    return [row];
  });
}
