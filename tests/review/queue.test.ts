/** Which cards today asks, and in what order. */
import { describe, expect, test } from 'vitest';
import type { CardState } from '#review/card-state.ts';
import { splitCardId } from '#review/ids.ts';
import { buildQueue, isAskable, type QueueInput } from '#review/queue.ts';
import { cardId, freshCard, learnedCard, pointId, scheduler, studyDay } from '../support/builders.ts';

const today = studyDay(101);
const tomorrow = studyDay(102);

function input(
  due: readonly CardState[],
  fresh: readonly CardState[] = [],
  over: Partial<QueueInput> = {},
): QueueInput {
  return { due, fresh, today, left: { fresh: 100, reviews: 100 }, scheduler: scheduler(), ...over };
}

const firm = (id: string, point: string | null = null) =>
  learnedCard(id, { memory: { stability: 50, difficulty: 5 } }, point);
const faint = (id: string, point: string | null = null) =>
  learnedCard(id, { memory: { stability: 0.5, difficulty: 5 } }, point);
const waiting = (id: string, atMs: number, day = today, point: string | null = null) =>
  learnedCard(id, { due: { kind: 'moment', atMs, day }, lastDay: day }, point);

describe('reviews', () => {
  test('come with the faintest first', () => {
    const middle = learnedCard('m', { memory: { stability: 5, difficulty: 5 } });
    expect(buildQueue(input([firm('a'), middle, faint('z')])).cards).toEqual(['z', 'm', 'a']);
  });

  test('of the same stability come with the longest unseen first', () => {
    const since = (id: string, day: number) => learnedCard(id, { lastDay: studyDay(day) });
    expect(buildQueue(input([since('a', 99), since('b', 90), since('c', 95)])).cards).toEqual(['b', 'c', 'a']);
  });

  test('come with the longest due first where the person wants that', () => {
    const due = (id: string, day: number) => learnedCard(id, { due: { kind: 'day', day: studyDay(day) } });
    const cards = [due('a', 100), due('b', 95), due('c', 98)];
    expect(buildQueue(input(cards, [], { order: 'due' })).cards).toEqual(['b', 'c', 'a']);
    expect(buildQueue(input(cards, [], { order: 'due', left: { fresh: 0, reviews: 1 } })).cards).toEqual(['b']);
  });

  test('come by a lot that the day draws where the person wants that', () => {
    const cards = Array.from({ length: 12 }, (_, n) => faint(`q-${n}`));
    const drawn = (day: number) => buildQueue({ ...input(cards, [], { order: 'random' }), today: studyDay(day) }).cards;
    expect(drawn(101)).toEqual(drawn(101));
    expect(drawn(101)).not.toEqual(drawn(102));
    expect([...drawn(102)].sort()).toEqual([...drawn(101)].sort());
  });

  test('that are equally faint come in the order of their ids', () => {
    expect(buildQueue(input([faint('b'), faint('c'), faint('a')])).cards).toEqual(['a', 'b', 'c']);
  });

  test('that failed although one was sure come before all else, whatever the limit, the order and the plan', () => {
    const sure = (id: string, point: string | null = null) =>
      learnedCard(id, { memory: { stability: 90, difficulty: 5 }, lastGrade: 1, overconfident: true }, point);
    const due = [faint('a'), sure('q', 'c1'), firm('b')];
    const how = { planned: [firm('p')], mix: 'first', order: 'due', left: { fresh: 1, reviews: 1 } } as const;
    const { cards, misjudged } = buildQueue(input(due, [freshCard('n')], how));
    expect([cards, misjudged]).toEqual([['q#c1', 'p', 'n'], 1]);
  });

  test('stop at what today allows, and the faintest are kept', () => {
    const queue = buildQueue(input([firm('a'), faint('b'), firm('c')], [], { left: { fresh: 9, reviews: 1 } }));
    expect(queue.cards).toEqual(['b']);
    expect(queue.counts).toEqual({ fading: 1, points: 0, fresh: 0, steps: 0 });
  });

  test.each<[string, CardState]>([
    ['tomorrow', learnedCard('a', { due: { kind: 'day', day: tomorrow } })],
    ['never', learnedCard('a', { due: { kind: 'unscheduled' } })],
    ['and new', freshCard('a')],
    ['and suspended', { ...faint('a'), suspended: true }],
    ['and buried until tomorrow', { ...faint('a'), buriedUntil: tomorrow }],
    ['in a minute, and suspended', { ...waiting('a', 1), suspended: true }],
    ['in a minute, and buried until tomorrow', { ...waiting('a', 1), buriedUntil: tomorrow }],
  ])('leave out a card that is due %s', (_, card) => {
    const queue = buildQueue(input([card]));
    expect(queue.cards).toEqual([]);
    expect(queue.steps).toEqual([]);
  });

  test('take a card back on the day to which it was buried', () => {
    expect(buildQueue(input([{ ...faint('a'), buriedUntil: today }])).cards).toEqual(['a']);
  });

  test('take a card that was last seen on a day that has not come yet', () => {
    expect(buildQueue(input([learnedCard('a', { lastDay: studyDay(500) })])).cards).toEqual(['a']);
  });
});

describe('a point', () => {
  test('is not asked alone when its question is asked', () => {
    const queue = buildQueue(input([firm('q'), faint('q', 'c1'), faint('r', 'c1')]));
    expect(queue.cards).toEqual(['r#c1', 'q']);
    expect(queue.counts).toEqual({ fading: 1, points: 1, fresh: 0, steps: 0 });
  });

  test('is not asked alone when its question waits for its step', () => {
    expect(buildQueue(input([waiting('q', 5), faint('q', 'c1')])).cards).toEqual([]);
  });

  test('that waits for its step does not, once its question is asked', () => {
    const queue = buildQueue(input([firm('q'), waiting('q', 5, today, 'c1'), waiting('r', 5, today, 'c1')]));
    expect(queue.cards).toEqual(['q']);
    expect(queue.steps).toEqual([{ card: 'r#c1', atMs: 5 }]);
    expect(queue.counts).toEqual({ fading: 1, points: 0, fresh: 0, steps: 1 });
  });

  test('is asked alone when its question is suspended, buried or not yet due', () => {
    for (const whole of [
      { ...firm('q'), suspended: true },
      { ...firm('q'), buriedUntil: tomorrow },
      learnedCard('q', { due: { kind: 'day', day: tomorrow } }),
    ]) {
      expect(buildQueue(input([whole, faint('q', 'c1')])).cards).toEqual(['q#c1']);
    }
  });

  test('is asked alone when its question does not fit into today', () => {
    const due = [faint('q', 'c1'), faint('x'), faint('y'), firm('q')];
    const cards = (reviews: number) => buildQueue(input(due, [], { left: { fresh: 0, reviews } })).cards;
    expect(cards(1)).toEqual(['q#c1']);
    expect(cards(2)).toEqual(['q#c1', 'x']);
    expect(cards(3)).toEqual(['x', 'y', 'q']);
  });

  test('is not asked alone when its question is asked for the first time', () => {
    expect(buildQueue(input([faint('q', 'c1')], [freshCard('q')])).cards).toEqual(['q']);
  });
});

describe('steps', () => {
  test('wait apart, the earliest first, and are not counted against the day', () => {
    const queue = buildQueue(
      input([waiting('b', 20), waiting('a', 30), waiting('c', 10)], [], { left: { fresh: 0, reviews: 0 } }),
    );
    expect(queue.cards).toEqual([]);
    expect(queue.steps).toEqual([
      { card: 'c', atMs: 10 },
      { card: 'b', atMs: 20 },
      { card: 'a', atMs: 30 },
    ]);
    expect(queue.counts.steps).toBe(3);
  });

  test('of one moment come in the order of their ids', () => {
    for (const due of [
      [waiting('b', 5), waiting('a', 5)],
      [waiting('a', 5), waiting('b', 5)],
    ]) {
      expect(buildQueue(input(due)).steps.map((step) => step.card)).toEqual(['a', 'b']);
    }
  });

  test('of an earlier day are ordinary reviews', () => {
    const queue = buildQueue(input([waiting('a', 5, studyDay(100))]));
    expect(queue.cards).toEqual(['a']);
    expect(queue.steps).toEqual([]);
  });
});

describe('new cards', () => {
  test('keep their order and stop at what today allows', () => {
    const fresh = ['c', 'a', 'b'].map((id) => freshCard(id));
    expect(buildQueue(input([], fresh, { left: { fresh: 2, reviews: 0 } })).cards).toEqual(['c', 'a']);
  });

  test('that are suspended or buried make room for the next', () => {
    const fresh = [
      { ...freshCard('a'), suspended: true },
      { ...freshCard('b'), buriedUntil: tomorrow },
      freshCard('c'),
    ];
    expect(buildQueue(input([], fresh, { left: { fresh: 1, reviews: 0 } })).cards).toEqual(['c']);
  });

  test('are spread between the reviews', () => {
    const due = ['r1', 'r2', 'r3', 'r4', 'r5'].map((id) => faint(id));
    const fresh = ['n1', 'n2'].map((id) => freshCard(id));
    expect(buildQueue(input(due, fresh)).cards).toEqual(['r1', 'r2', 'n1', 'r3', 'r4', 'n2', 'r5']);
  });
});

test.each([
  [{}, true],
  [{ suspended: true }, false],
  [{ buriedUntil: tomorrow }, false],
  [{ buriedUntil: today }, true],
  [{ suspended: true, buriedUntil: today }, false],
])('a card with %o may be asked today: %s', (over, askable) => {
  expect(isAskable({ ...freshCard('a'), ...over }, today)).toBe(askable);
});

test('a point of a card id is read back as it was put in', () => {
  expect(splitCardId(cardId('q-one', 'c1'))).toEqual({ item: 'q-one', point: pointId('c1') });
  expect(splitCardId(cardId('q-one'))).toEqual({ item: 'q-one', point: null });
});

test('new cards come before the reviews or after them where the person wants that', () => {
  const cards = [faint('a'), faint('b')];
  const fresh = [freshCard('x'), freshCard('y')];
  expect(buildQueue(input(cards, fresh, { mix: 'first' })).cards).toEqual(['x', 'y', 'a', 'b']);
  expect(buildQueue(input(cards, fresh, { mix: 'last' })).cards).toEqual(['a', 'b', 'x', 'y']);
});

describe('a plan', () => {
  test('comes first, in its order, whatever is due and whatever the limits say', () => {
    const planned = [firm('m'), freshCard('n'), firm('l')];
    const queue = buildQueue(input([faint('a'), firm('m')], [freshCard('x'), freshCard('n')], { planned }));
    expect(queue.cards).toEqual(['m', 'n', 'l', 'a', 'x']);
    expect(queue.counts).toEqual({ fading: 3, points: 0, fresh: 2, steps: 0 });
    const none = buildQueue(input([faint('a')], [freshCard('x')], { planned, left: { fresh: 0, reviews: 0 } }));
    expect(none.cards).toEqual(['m', 'n', 'l']);
  });

  test('leaves out what was answered today, is suspended or buried, and points of a question that it asks', () => {
    const done = learnedCard('d', { lastDay: today });
    const planned = [done, { ...firm('s'), suspended: true }, { ...firm('b'), buriedUntil: tomorrow }, firm('m')];
    expect(buildQueue(input([firm('m', 'c1')], [], { planned })).cards).toEqual(['m']);
  });

  test('asks a card that is on the list of today as well only once', () => {
    expect(buildQueue(input([], [], { planned: [firm('m')], added: [firm('m')] })).cards).toEqual(['m']);
  });
});
