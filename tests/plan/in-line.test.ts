/** Due days brought in line: where a card goes that should have come already. */
import { expect, test } from 'vitest';
import { daysInLine } from '#plan/in-line.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { policyFrom } from '#review/policy.ts';
import { DEFAULT_SETTINGS } from '#review/settings.ts';
import { studyDay } from '../support/builders.ts';
import { PLAN_SCHEDULER, seenCard, TODAY } from './campaigns.ts';

const day = (ahead: number): StudyDay => studyDay(TODAY + ahead);

/** A card last answered fifty days ago that should have come after ten, but was promised for a later day. */
function promisedFor(due: StudyDay): ReturnType<typeof seenCard> {
  const card = seenCard('q-one', 50, 10);
  return { ...card, learning: { ...card.learning, due: { kind: 'day', day: due } } as typeof card.learning };
}

function movedTo(due: StudyDay, holidays: readonly StudyDay[]): StudyDay | undefined {
  const card = promisedFor(due);
  const policy = policyFrom({ ...DEFAULT_SETTINGS, holidays }, PLAN_SCHEDULER);
  return daysInLine({ states: [card], today: TODAY, policy }).get(card.id);
}

test('what should have come already comes today', () => {
  expect(movedTo(day(20), [])).toBe(TODAY);
  expect(movedTo(day(20), [day(1)])).toBe(TODAY);
});

test('on a holiday it comes on the first day after it', () => {
  expect(movedTo(day(20), [TODAY])).toBe(day(1));
  expect(movedTo(day(20), [TODAY, day(1), day(2)])).toBe(day(3));
  expect(movedTo(day(1), [TODAY])).toBeUndefined();
});

test('what is overdue stays where it is, on a holiday too', () => {
  expect(movedTo(day(-1), [TODAY])).toBeUndefined();
  expect(movedTo(TODAY, [TODAY])).toBeUndefined();
});
