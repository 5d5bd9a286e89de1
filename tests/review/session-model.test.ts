/** The session machine against a simple model of it, over any sequence of what a person, a page and other tabs can do. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CardId, EventId } from '#review/ids.ts';
import { countedMs, reduceSession, remainingCount, startSession, type Session } from '#review/session.ts';
import { cardId, eventId, pointId } from '../support/builders.ts';

interface Model {
  nowMs: number;
  visible: boolean;
  /** Whether the clock was ever set back: then less may be counted than was seen, never more. */
  setBack: boolean;
  events: number;
  /** What the session still holds. */
  readonly pending: Set<CardId>;
  readonly done: { readonly event: EventId; readonly card: CardId; readonly seenMs: number }[];
  /** How long the current question could be seen, until its answer was shown. */
  seenMs: number;
  phase: 'asking' | 'revealed' | 'over';
}

interface Real {
  session: Session;
}

type Command = fc.Command<Model, Real>;

const CARDS = ['a', 'b', 'c', 'd', 'e#p', 'f'].map((id) => id as CardId);
const STRANGER = cardId('stranger');

/** What holds after every step, whatever the step was. */
function check(model: Model, { session }: Real): void {
  const { current, queue, steps, done } = session;
  const held = [...(current ? [current.card] : []), ...queue, ...steps.map((step) => step.card)];
  expect(held).toHaveLength(new Set(held).size);
  expect(new Set(held)).toEqual(model.pending);
  expect(remainingCount(session)).toBe(model.pending.size);
  if (model.pending.size === 0) expect(current).toBeNull();
  expect(done.map(({ event, card }) => ({ event, card }))).toEqual(
    model.done.map(({ event, card }) => ({ event, card })),
  );
  expect(session.visible).toBe(model.visible);
  expect(current?.phase ?? 'over').toBe(model.phase);
  checkTime(model, session);
}

function checkTime({ nowMs, seenMs, setBack, visible }: Model, { current }: Session): void {
  if (!current) return;
  const counted = current.phase === 'asking' ? countedMs(current.clock, nowMs) : current.tookMs;
  expect(counted).toBeGreaterThanOrEqual(0);
  expect(counted).toBeLessThanOrEqual(seenMs);
  if (!setBack) expect(counted).toBe(seenMs);
  if (current.phase === 'asking') expect(current.clock.runningSinceMs !== null).toBe(visible);
}

/** A step of the model with the same step of the machine, and what must hold after it. */
function step(name: string, act: (model: Model, real: Real) => void): Command {
  return {
    check: () => true,
    run(model, real) {
      act(model, real);
      check(model, real);
    },
    toString: () => name,
  };
}

/** Where the model stands once the machine has moved on to a card or to none. */
function arrive(model: Model, seenMs = 0, phase: Model['phase'] = 'asking'): void {
  model.phase = model.pending.size === 0 ? 'over' : phase;
  model.seenMs = seenMs;
}

const wait = (ms: number) =>
  step(`wait ${ms}`, (model) => {
    model.nowMs += ms;
    if (ms < 0) model.setBack = true;
    if (model.visible && model.phase === 'asking') model.seenMs += Math.max(0, ms);
  });

const look = (visible: boolean) =>
  step(visible ? 'show' : 'hide', (model, real) => {
    real.session = reduceSession(real.session, { type: visible ? 'showed' : 'hid', nowMs: model.nowMs });
    model.visible = visible;
  });

const reveal = step('reveal', (model, real) => {
  real.session = reduceSession(real.session, { type: 'revealed', nowMs: model.nowMs });
  if (model.phase === 'asking') model.phase = 'revealed';
});

const hint = step('hint', (_, real) => {
  const before = real.session.current;
  real.session = reduceSession(real.session, { type: 'hinted' });
  // A hint helps only while the question is asked: afterwards it changes nothing.
  if (before?.phase === 'asking') expect(real.session.current?.hinted).toBe(true);
  else expect(real.session.current).toBe(before);
});

const tick = (id: string) =>
  step(`tick ${id}`, (_, real) => {
    const point = pointId(id);
    const before = real.session.current;
    real.session = reduceSession(real.session, { type: 'ticked', point });
    const after = real.session.current;
    if (before?.phase !== 'revealed' || after?.phase !== 'revealed') return expect(after).toEqual(before);
    const others = [...before.ticked].filter((other) => other !== point);
    return expect(after.ticked).toEqual(new Set(before.ticked.has(point) ? others : [...others, point]));
  });

const store = (minutes: number | null) =>
  step(`store, due ${minutes ?? 'another day'}`, (model, real) => {
    const card = real.session.current?.card;
    model.events += 1;
    const event = eventId(model.events);
    const due = minutes === null ? null : ({ kind: 'minutes', minutes } as const);
    real.session = reduceSession(real.session, { type: 'stored', event, due, nowMs: model.nowMs });
    if (card === undefined) return;
    model.done.push({ event, card, seenMs: model.seenMs });
    if (due === null) model.pending.delete(card);
    arrive(model);
  });

const undo = step('undo', (model, real) => {
  const last = model.done.pop();
  if (!last) return;
  const { event, card, seenMs } = last;
  const phase = real.session.done.at(-1)?.attempt.phase;
  real.session = reduceSession(real.session, { type: 'undone', event, card, nowMs: model.nowMs });
  model.pending.add(card);
  arrive(model, seenMs, phase);
  expect(real.session.current?.card).toBe(card);
});

const undoFromBefore = (card: CardId) =>
  step(`undo ${card} from before the session`, (model, real) => {
    model.events += 1;
    const event = eventId(model.events);
    real.session = reduceSession(real.session, { type: 'undone', event, card, nowMs: model.nowMs });
    model.pending.add(card);
    arrive(model);
    expect(real.session.current?.card).toBe(card);
  });

const drop = (ids: readonly CardId[]) =>
  step(`drop ${ids.join(', ')}`, (model, real) => {
    const current = real.session.current?.card;
    const cards = new Set(ids);
    real.session = reduceSession(real.session, { type: 'dropped', cards, nowMs: model.nowMs });
    for (const card of cards) model.pending.delete(card);
    if (current !== undefined && cards.has(current)) arrive(model);
  });

/** The person has had enough: nothing is asked, and nothing that waits is lost. */
const end = step('end', (model, real) => {
  real.session = reduceSession(real.session, { type: 'ended' });
  model.phase = 'over';
});

const resume = step('resume', (model, real) => {
  real.session = reduceSession(real.session, { type: 'resumed', nowMs: model.nowMs });
  if (model.phase === 'over') arrive(model);
});

const anyCard = fc.constantFrom(...CARDS, STRANGER);
const commands = (clock: fc.Arbitrary<number>) =>
  fc.commands(
    [
      clock.map(wait),
      fc.boolean().map(look),
      fc.constant(reveal),
      fc.constant(hint),
      fc.constantFrom('c1', 'c2').map(tick),
      fc.constantFrom(null, null, 1, 10).map(store),
      fc.constant(undo),
      fc.constant(end),
      fc.constant(resume),
      anyCard.map(undoFromBefore),
      fc.subarray(CARDS, { maxLength: 2 }).map(drop),
    ],
    { maxCommands: 60 },
  );

const beginning = fc.record({
  cards: fc.subarray(CARDS.slice(0, 4)),
  steps: fc
    .subarray(CARDS.slice(4))
    .chain((cards) => fc.tuple(...cards.map((card) => fc.nat(20 * 60_000).map((atMs) => ({ card, atMs }))))),
  visible: fc.boolean(),
});

function follow(clock: fc.Arbitrary<number>): void {
  fc.assert(
    fc.property(beginning, commands(clock), ({ cards, steps, visible }, deeds) => {
      fc.modelRun(() => {
        const pending = new Set([...cards, ...steps.map((step) => step.card)]);
        const model: Model = {
          nowMs: 10_000,
          visible,
          setBack: false,
          events: 0,
          pending,
          done: [],
          seenMs: 0,
          phase: pending.size === 0 ? 'over' : 'asking',
        };
        const real = { session: startSession(cards, steps, model.nowMs, visible) };
        check(model, real);
        return { model, real };
      }, deeds);
    }),
    { numRuns: 500 },
  );
}

test('no card is held twice, none is lost, undo shrinks what is done, and only what was seen is counted', () => {
  follow(fc.integer({ min: 0, max: 15 * 60_000 }));
});

test('the same holds when the clock is set back, except that time may be missing', () => {
  follow(fc.integer({ min: -15 * 60_000, max: 15 * 60_000 }));
});
