/** What a session is said to have come to. */
import { expect, test } from 'vitest';
import { summarise } from '#pages/review/summary.ts';
import { newItemState } from '#review/card-state.ts';
import { reduceSession, startSession, type Session } from '#review/session.ts';
import type { Due } from '#review/event.ts';
import { cardId, eventId, itemId, learnedCard, studyDay } from '../../support/builders.ts';
import { question } from '../../support/item-builders.ts';

const today = studyDay(200);

function answered(session: Session, n: number, due: Due | null): Session {
  const shown = reduceSession(session, { type: 'revealed', nowMs: n * 10_000 });
  return reduceSession(shown, { type: 'stored', event: eventId(n), due, nowMs: n * 10_000 });
}

test('what was buried or suspended is put aside, and counts neither as reviewed nor as time of answering', () => {
  const ids = ['q-known', 'q-buried', 'q-suspended'];
  const loaded = new Map(
    ids.map((id) => {
      const known = learnedCard(id, { lastDay: id === 'q-known' ? today : studyDay(100) });
      const state = { ...newItemState(itemId(id)), cards: new Map([[known.id, known]]) };
      return [itemId(id), { question: question(id), state, place: null }];
    }),
  );
  let session = startSession(
    ids.map((id) => cardId(id)),
    [],
    0,
  );
  session = answered(session, 1, { kind: 'days', days: 9 });
  session = answered(session, 2, null);
  session = answered(session, 3, null);
  expect(summarise(session, loaded, today)).toEqual({
    fresh: 0,
    recalled: 1,
    failed: 0,
    points: 0,
    aside: 2,
    spentMs: 10_000,
  });
});

test('a missed point comes back by itself tomorrow only when its question does not come with it', () => {
  const missed = { lastDay: today, lastGrade: 1, due: { kind: 'day', day: studyDay(today + 1) } } as const;
  const own = {
    'q-later': { lastDay: today, due: { kind: 'day', day: studyDay(today + 5) } },
    'q-waits': { lastDay: today, lastGrade: 1, due: { kind: 'moment', atMs: 1, day: today } },
    'q-tomorrow': { lastDay: today, due: { kind: 'day', day: studyDay(today + 1) } },
  } as const;
  let session = startSession(
    Object.keys(own).map((id) => cardId(id)),
    [],
    0,
  );
  const loaded = new Map(
    Object.entries(own).map(([id, learning], n) => {
      session = answered(session, n + 1, { kind: 'days', days: 1 });
      const cards = [learnedCard(id, learning), learnedCard(id, missed, 'c1')];
      const state = { ...newItemState(itemId(id)), cards: new Map(cards.map((card) => [card.id, card])) };
      return [itemId(id), { question: question(id), state, place: null }];
    }),
  );
  expect(summarise(session, loaded, today).points).toBe(1);
});
