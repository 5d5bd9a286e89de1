/** Each answer of the log with the memory that it met: what retention, calibration and answer times are counted from. */
import type { ItemId } from '#bank/item.ts';
import type { Grade } from '#memory/grade.ts';
import { studyDayOf, type StudyDay } from '#memory/study-day.ts';
import { newItemState, type ItemState, type Learned, type Learning } from '#review/card-state.ts';
import type { Guess, LogEvent, Reviewed } from '#review/event.ts';
import { splitCardId } from '#review/ids.ts';
import { applyEvent, learn, type ReplayContext } from '#review/reduce.ts';
import { standingOnes } from '#review/voids.ts';

/** One grade given to one card: a whole question, or a point that was asked by itself. */
export interface Answer {
  readonly item: ItemId;
  readonly isPoint: boolean;
  readonly day: StudyDay;
  readonly grade: Grade;
  /** 0 when the time is not known. */
  readonly tookMs: number;
  readonly source: Reviewed['source'];
  /** What the person expected before the answer was shown; null when nobody asked. */
  readonly guess: Guess | null;
  readonly before: Learning;
  readonly after: Learned;
}

/** What a review was to a card that stood so. */
export function answerOf(event: Reviewed, before: Learning, { scheduler, rolloverHour }: ReplayContext): Answer {
  const { item, card, grade, tookMs, source, guess = null, atMs, due } = event;
  const day = studyDayOf(atMs, event.offsetMinutes, rolloverHour);
  const after = learn(before, { grade, day, atMs, due }, scheduler) as Learned;
  const isPoint = splitCardId(card).point !== null;
  return { item, isPoint, day, grade, tookMs, source, guess, before, after };
}

/** All answers to one item, in log order; its events in any order and with duplicates. Undone ones are left out. */
export function answersOf(item: ItemId, events: readonly LogEvent[], context: ReplayContext): Answer[] {
  const answers: Answer[] = [];
  let state: ItemState = newItemState(item);
  for (const event of standingOnes(events)) {
    if (event.type === 'reviewed') {
      answers.push(answerOf(event, state.cards.get(event.card)?.learning ?? { kind: 'new' }, context));
    }
    state = applyEvent(state, event, context) ?? state;
  }
  return answers;
}
