/** What a session came to, from its steps and the states they led to. */
import type { ItemId } from '#bank/item.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { cardOf, type CardState } from '#review/card-state.ts';
import { cardIdOf, splitCardId, type CardId } from '#review/ids.ts';
import type { Session } from '#review/session.ts';
import type { LoadedItem } from './card-content.ts';

export interface SessionSummary {
  /** Questions seen for the first time and known at the end. */
  readonly fresh: number;
  /** Cards known before and recalled. */
  readonly recalled: number;
  /** Cards graded Again and not recalled since. */
  readonly failed: number;
  /** Points that became small cards and come back tomorrow, by themselves and not with their question. */
  readonly points: number;
  /** Cards that were buried or suspended. */
  readonly aside: number;
  /** Milliseconds spent answering. */
  readonly spentMs: number;
}

/** Summarises the session on a study day. */
export function summarise(session: Session, loaded: ReadonlyMap<ItemId, LoadedItem>, today: StudyDay): SessionSummary {
  const graded = session.done.filter((entry) => entry.graded);
  const touched = new Set(graded.map((entry) => entry.card));
  let fresh = 0;
  let recalled = 0;
  let failed = 0;
  for (const id of touched) {
    const { item, point } = splitCardId(id);
    const learning = loaded.get(item)?.state.cards.get(id)?.learning;
    if (learning?.kind !== 'learned') continue;
    if (learning.lastGrade === 1) failed += 1;
    else if (learning.firstDay === today && point === null) fresh += 1;
    else recalled += 1;
  }
  const spentMs = graded.reduce((sum, { attempt }) => sum + (attempt.phase === 'revealed' ? attempt.tookMs : 0), 0);
  const points = countPoints(touched, loaded, today);
  return { fresh, recalled, failed, points, aside: session.done.length - graded.length, spentMs };
}

function countPoints(touched: ReadonlySet<CardId>, loaded: ReadonlyMap<ItemId, LoadedItem>, today: StudyDay): number {
  const tomorrow = today + 1;
  let count = 0;
  for (const { question, state } of loaded.values()) {
    const own = dueDayOf(cardOf(state, null));
    if (!touched.has(cardIdOf(question.id, null)) || (own !== null && own <= tomorrow)) continue;
    for (const card of state.cards.values()) {
      const missed = card.learning.kind === 'learned' && card.learning.lastGrade === 1;
      if (card.point !== null && missed && dueDayOf(card) === tomorrow) count += 1;
    }
  }
  return count;
}

function dueDayOf({ learning }: CardState): StudyDay | null {
  return learning.kind === 'learned' && learning.due.kind !== 'unscheduled' ? learning.due.day : null;
}
