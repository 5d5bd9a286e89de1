/** The session machine, one step at a time. */
import { describe, expect, test } from 'vitest';
import type { CardId } from '#review/ids.ts';
import { countedMs, reduceSession, remainingCount, startSession, type Current, type Session } from '#review/session.ts';
import { cardId, eventId, pointId } from '../support/builders.ts';

const [a, b, c] = ['a', 'b', 'c'].map((id) => cardId(id)) as [CardId, CardId, CardId];
const MINUTE = 60_000;
const soon = { kind: 'minutes', minutes: 10 } as const;
const later = { kind: 'days', days: 4 } as const;

function stored(session: Session, n: number, due: typeof soon | typeof later | null, nowMs: number): Session {
  return reduceSession(session, { type: 'stored', event: eventId(n), due, nowMs });
}

function undone(session: Session, n: number, card: CardId, nowMs: number): Session {
  return reduceSession(session, { type: 'undone', event: eventId(n), card, nowMs });
}

function countedNow(session: Session, nowMs: number): number {
  const { current } = session;
  if (current?.phase !== 'asking') throw new Error('No clock runs.');
  return countedMs(current.clock, nowMs);
}

function asked(session: Session): CardId | undefined {
  return session.current?.card;
}

describe('a session', () => {
  test('begins with the head of the queue, its clock running', () => {
    const session = startSession([a, b], [], 1000);
    expect(session.current).toEqual({
      phase: 'asking',
      card: a,
      hinted: false,
      clock: { countedMs: 0, runningSinceMs: 1000 },
    });
    expect(remainingCount(session)).toBe(2);
  });

  test('begins with its clock at rest when the page is not seen', () => {
    const session = startSession([a], [], 1000, false);
    expect(countedNow(session, 90_000)).toBe(0);
    expect(countedNow(reduceSession(session, { type: 'showed', nowMs: 2000 }), 2500)).toBe(500);
  });

  test('with nothing to ask is over, and nothing breaks it', () => {
    let session = startSession([], [], 0);
    session = reduceSession(session, { type: 'revealed', nowMs: 1 });
    session = reduceSession(session, { type: 'hinted' });
    session = stored(session, 1, soon, 2);
    expect(session).toEqual({ current: null, queue: [], steps: [], done: [], visible: true, aheadMs: Infinity });
    expect(remainingCount(session)).toBe(0);
  });

  test('asks a step whose time has come before the queue, and else after it', () => {
    const steps = [{ card: b, atMs: 5000 }];
    expect(asked(startSession([a], steps, 4999))).toBe(a);
    expect(asked(startSession([a], steps, 5000))).toBe(b);
  });

  test('asks the earliest step early when nothing else is left', () => {
    const steps = [
      { card: a, atMs: 9000 },
      { card: b, atMs: 8000 },
    ];
    const session = startSession([], steps, 0);
    expect(asked(session)).toBe(b);
    expect(session.steps).toEqual([{ card: a, atMs: 9000 }]);
  });

  test('asks it no earlier than the time that it may come ahead, unless one goes on by hand', () => {
    const steps = [{ card: a, atMs: 20 * MINUTE }];
    expect(asked(startSession([], steps, 10 * MINUTE, true, 10 * MINUTE))).toBe(a);
    const waiting = startSession([], steps, 10 * MINUTE - 1, true, 10 * MINUTE);
    expect(waiting).toMatchObject({ current: null, steps });
    expect(asked(reduceSession(waiting, { type: 'resumed', nowMs: 10 * MINUTE - 1 }))).toBe(a);
  });

  test('brings a failed card back when its minutes have passed, and counts it on', () => {
    let session = stored(startSession([a, b, c], [], 0), 1, soon, 1000);
    expect(session.steps).toEqual([{ card: a, atMs: 1000 + 10 * MINUTE }]);
    expect(remainingCount(session)).toBe(3);
    session = stored(session, 2, later, 10 * MINUTE + 999);
    expect(asked(session)).toBe(c);
    session = stored(session, 3, later, 10 * MINUTE + 1000);
    expect(asked(session)).toBe(a);
    expect(remainingCount(session)).toBe(1);
  });

  test('is over when the last card was promised in days', () => {
    const session = stored(startSession([a], [], 0), 1, later, 10);
    expect(session.current).toBeNull();
    expect(remainingCount(session)).toBe(0);
    expect(session.done).toHaveLength(1);
  });
});

describe('the clock of an answer', () => {
  test('stands while the page is hidden', () => {
    let session = startSession([a], [], 0);
    session = reduceSession(session, { type: 'hid', nowMs: 1000 });
    session = reduceSession(session, { type: 'hid', nowMs: 5000 });
    session = reduceSession(session, { type: 'showed', nowMs: 100_000 });
    session = reduceSession(session, { type: 'showed', nowMs: 100_500 });
    session = reduceSession(session, { type: 'revealed', nowMs: 101_000 });
    expect(session.current).toMatchObject({ phase: 'revealed', tookMs: 2000 });
  });

  test('stops when the answer is shown', () => {
    let session = reduceSession(startSession([a], [], 0), { type: 'revealed', nowMs: 700 });
    session = reduceSession(session, { type: 'revealed', nowMs: 9000 });
    session = reduceSession(session, { type: 'hid', nowMs: 10_000 });
    expect(session.current).toMatchObject({ phase: 'revealed', tookMs: 700, ticked: new Set() });
  });

  test('does not run backwards when the computer clock does', () => {
    const session = reduceSession(startSession([a], [], 5000), { type: 'revealed', nowMs: 1000 });
    expect(session.current).toMatchObject({ tookMs: 0 });
  });

  test('of a card that was left and came back by undo goes on where it stopped', () => {
    let session = startSession([a, b], [], 0);
    session = stored(session, 1, null, 5000);
    session = undone(session, 1, a, 700_000);
    expect(asked(session)).toBe(a);
    expect(countedNow(session, 700_000)).toBe(5000);
    expect(countedNow(session, 701_000)).toBe(6000);
  });

  test('of a card that came back by undo stands when the page is hidden, and runs once it is seen', () => {
    let session = stored(startSession([a, b], [], 0), 1, null, 5000);
    session = reduceSession(session, { type: 'hid', nowMs: 6000 });
    session = undone(session, 1, a, 7000);
    expect(countedNow(session, 50_000)).toBe(5000);
    session = reduceSession(session, { type: 'showed', nowMs: 60_000 });
    expect(countedNow(session, 60_100)).toBe(5100);
  });

  test('of a card that was left while hidden runs again when undo brings it back in sight', () => {
    let session = reduceSession(startSession([a, b], [], 0), { type: 'hid', nowMs: 1000 });
    session = stored(session, 1, null, 2000);
    session = reduceSession(session, { type: 'showed', nowMs: 3000 });
    session = undone(session, 1, a, 4000);
    expect(countedNow(session, 4500)).toBe(1500);
  });
});

describe('ticks', () => {
  const c1 = pointId('c1');
  const c2 = pointId('c2');
  const revealed = reduceSession(startSession([a], [], 0), { type: 'revealed', nowMs: 1 });
  const ticked = (session: Session) => (session.current as Extract<Current, { phase: 'revealed' }>).ticked;

  test('toggle one point', () => {
    const once = reduceSession(revealed, { type: 'ticked', point: c1 });
    expect(ticked(once)).toEqual(new Set([c1]));
    expect(ticked(revealed)).toEqual(new Set());
    expect(ticked(reduceSession(once, { type: 'ticked', point: c1 }))).toEqual(new Set());
  });

  test('set all at once, and none at once', () => {
    const all = reduceSession(revealed, { type: 'tickedAll', points: [c1, c2] });
    expect(ticked(all)).toEqual(new Set([c1, c2]));
    expect(ticked(reduceSession(all, { type: 'tickedAll', points: [] }))).toEqual(new Set());
  });

  test('before the answer is shown change nothing', () => {
    const asking = startSession([a], [], 0);
    expect(reduceSession(asking, { type: 'ticked', point: c1 })).toBe(asking);
    expect(reduceSession(asking, { type: 'tickedAll', points: [c1] })).toBe(asking);
  });

  test('come back with the answer when the grade is undone', () => {
    let session = reduceSession(startSession([a, b], [], 0), { type: 'hinted' });
    session = reduceSession(session, { type: 'revealed', nowMs: 900 });
    session = reduceSession(session, { type: 'ticked', point: c1 });
    const before = session;
    session = undone(stored(session, 1, later, 2000), 1, a, 3000);
    expect(session).toEqual({ ...before, queue: [b] });
    expect(session.current).toMatchObject({ phase: 'revealed', hinted: true, tookMs: 900, ticked: new Set([c1]) });
  });
});

describe('undo', () => {
  test('puts the interrupted card back at the head of the queue', () => {
    const session = undone(stored(startSession([a, b, c], [], 0), 1, later, 10), 1, a, 20);
    expect(asked(session)).toBe(a);
    expect(session.queue).toEqual([b, c]);
    expect(session.done).toEqual([]);
    expect(remainingCount(session)).toBe(3);
  });

  test('of a failed card takes its step away', () => {
    const session = undone(stored(startSession([a, b], [], 0), 1, soon, 10), 1, a, 20);
    expect(session.steps).toEqual([]);
    expect(remainingCount(session)).toBe(2);
  });

  test('of the first grade of a card that is being asked again returns to the first answer', () => {
    let session = stored(startSession([a], [], 0), 1, soon, 10);
    expect(asked(session)).toBe(a);
    session = undone(session, 1, a, 20);
    expect(asked(session)).toBe(a);
    expect(session.queue).toEqual([]);
    expect(session.done).toEqual([]);
    expect(remainingCount(session)).toBe(1);
  });

  test('of something stored before this session asks its card now', () => {
    const session = undone(startSession([a], [], 0), 99, b, 500);
    expect(session.current).toMatchObject({ phase: 'asking', card: b, clock: { countedMs: 0, runningSinceMs: 500 } });
    expect(session.queue).toEqual([a]);
  });

  test('after the last card brings the session back to life', () => {
    const session = undone(stored(startSession([a], [], 0), 1, later, 10), 1, a, 20);
    expect(asked(session)).toBe(a);
  });
});

describe('a session that is ended by hand', () => {
  test('asks nothing more and keeps what waits, the card that was asked at its head', () => {
    let session = stored(startSession([a, b, c], [], 0), 1, later, 10);
    session = reduceSession(session, { type: 'ended' });
    expect(session).toMatchObject({ current: null, queue: [b, c] });
    expect(remainingCount(session)).toBe(2);
    expect(reduceSession(session, { type: 'ended' })).toBe(session);
  });

  test('can be gone on with, and undone', () => {
    const ended = reduceSession(stored(startSession([a, b], [], 0), 1, later, 10), { type: 'ended' });
    const resumed = reduceSession(ended, { type: 'resumed', nowMs: 500 });
    expect(resumed.current).toMatchObject({ phase: 'asking', card: b, clock: { countedMs: 0, runningSinceMs: 500 } });
    expect(reduceSession(resumed, { type: 'resumed', nowMs: 600 })).toBe(resumed);
    const back = undone(ended, 1, a, 700);
    expect(asked(back)).toBe(a);
    expect(back.queue).toEqual([b]);
  });

  test('knows what was graded from what was put aside', () => {
    const session = stored(stored(startSession([a, b, c], [], 0), 1, later, 10), 2, null, 20);
    expect(session.done.map(({ graded }) => graded)).toEqual([true, false]);
  });
});

describe('cards that another tab dealt with', () => {
  test('leave the queue and the steps, and the current card makes room', () => {
    const session = startSession([a, b], [{ card: c, atMs: 1e6 }], 0);
    const dropped = reduceSession(session, { type: 'dropped', cards: new Set([a, c]), nowMs: 5 });
    expect(asked(dropped)).toBe(b);
    expect(dropped.steps).toEqual([]);
    expect(remainingCount(dropped)).toBe(1);
    expect(dropped.done).toEqual([]);
  });

  test('that are not here change nothing', () => {
    const session = startSession([a, b], [], 0);
    expect(reduceSession(session, { type: 'dropped', cards: new Set([c]), nowMs: 5 })).toEqual(session);
  });
});
