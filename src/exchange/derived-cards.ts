/** The derived states that a backup carries beside its events, and their comparison with what the events really give. */
import type { ItemId } from '#bank/item.ts';
import type { ItemState } from '#review/card-state.ts';
import { contextOf } from '#review/context.ts';
import type { LogEvent } from '#review/event.ts';
import { replayLog } from '#review/reduce.ts';
import { settingsFrom } from '#review/settings.ts';
import type { Backup, BackupCard } from './backup-schema.ts';

function cardsOf(states: ReadonlyMap<ItemId, ItemState>): BackupCard[] {
  const cards: BackupCard[] = [];
  for (const state of states.values()) {
    for (const { id, learning } of state.cards.values()) {
      if (learning.kind !== 'learned') continue;
      const { memory, lastDay, due, reps, lapses } = learning;
      const dueDay = due.kind === 'unscheduled' ? null : due.day;
      cards.push({ id, stability: memory.stability, difficulty: memory.difficulty, lastDay, dueDay, reps, lapses });
    }
  }
  return cards;
}

/** What the events give under the settings: each card that was ever reviewed, by id. */
export function deriveCards(events: readonly LogEvent[], settings: readonly unknown[]): BackupCard[] {
  return cardsOf(replayLog(events, contextOf(settingsFrom(settings)))).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

const RELATIVE_TOLERANCE = 1e-6;

/** Whether two numbers agree as far as the floating point of different machines does. */
function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= RELATIVE_TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
}

function sameCard(a: BackupCard, b: BackupCard): boolean {
  const sameDays = a.lastDay === b.lastDay && a.dueDay === b.dueDay;
  const sameCounts = a.reps === b.reps && a.lapses === b.lapses;
  return sameDays && sameCounts && near(a.stability, b.stability) && near(a.difficulty, b.difficulty);
}

/** Ids of the cards that a backup states otherwise than its events give, or that only one of the two knows. The events win. */
export function differingCards({ settings, events, cards }: Pick<Backup, 'settings' | 'events' | 'cards'>): string[] {
  const fresh = new Map(deriveCards(events, settings).map((card) => [card.id, card]));
  const claimed = new Map(cards.map((card) => [card.id, card]));
  return [...new Set([...fresh.keys(), ...claimed.keys()])].filter((id) => {
    const a = fresh.get(id);
    const b = claimed.get(id);
    return !a || !b || !sameCard(a, b);
  });
}
