/** What follows from one card on a day, kept with the card: of ten thousand cards an answer changes one. */
import type { Scheduler } from '#memory/scheduler.ts';
import type { StudyDay } from '#memory/study-day.ts';
import type { CardState } from '#review/card-state.ts';

type Figure<T> = (card: CardState, today: StudyDay, scheduler: Scheduler) => T;

/** The same function, which computes anew only for another card, day or scheduler. A state is never changed in place. */
export function remembered<T>(figure: Figure<T>): Figure<T> {
  const known = new WeakMap<
    CardState,
    { readonly today: StudyDay; readonly scheduler: Scheduler; readonly value: T }
  >();
  return (card, today, scheduler) => {
    const last = known.get(card);
    if (last?.today === today && last.scheduler === scheduler) return last.value;
    const value = figure(card, today, scheduler);
    known.set(card, { today, scheduler, value });
    return value;
  };
}
