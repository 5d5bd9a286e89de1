/**
 * A review session in flight, as a pure machine: `(state, input) => state`. It knows the order of cards, the clock of the
 * answer and the ticks; it does not know what an item says nor how anything is stored. A grade enters as soon as it is handed to
 * the database, and leaves again if that refuses it.
 */
import type { PointId } from '#bank/item.ts';
import type { Due } from './event.ts';
import type { CardId, EventId } from './ids.ts';
import type { WaitingStep } from './queue.ts';

/** Time that counts: it runs only while the page is visible. */
export interface AnswerClock {
  readonly countedMs: number;
  readonly runningSinceMs: number | null;
}

/** An answer that is shown. */
export interface Attempt {
  readonly phase: 'revealed';
  readonly card: CardId;
  readonly tookMs: number;
  readonly hinted: boolean;
  readonly ticked: ReadonlySet<PointId>;
}

export type Current =
  { readonly phase: 'asking'; readonly card: CardId; readonly clock: AnswerClock; readonly hinted: boolean } | Attempt;

/** Something that was done in this session and can be undone, with the attempt to return to, its clock at rest. */
export interface Done {
  readonly event: EventId;
  readonly card: CardId;
  readonly attempt: Current;
  /** Whether it was answered and graded; else it was put aside (buried, suspended). */
  readonly graded: boolean;
}

export interface Session {
  readonly current: Current | null;
  readonly queue: readonly CardId[];
  readonly steps: readonly WaitingStep[];
  readonly done: readonly Done[];
  readonly visible: boolean;
  /** Milliseconds by which a step may come early when nothing else is left to ask. */
  readonly aheadMs: number;
}

export type SessionInput =
  | { readonly type: 'hid'; readonly nowMs: number }
  | { readonly type: 'showed'; readonly nowMs: number }
  | { readonly type: 'hinted' }
  | { readonly type: 'revealed'; readonly nowMs: number }
  | { readonly type: 'ticked'; readonly point: PointId }
  | { readonly type: 'tickedAll'; readonly points: readonly PointId[] }
  /** The current card was graded (`due`: when it comes back), or buried or suspended (null), and that is being stored. */
  | { readonly type: 'stored'; readonly event: EventId; readonly due: Due | null; readonly nowMs: number }
  /** The event of this card was voided, and that is stored, or it was never stored: the card is asked again, now. */
  | { readonly type: 'undone'; readonly event: EventId; readonly card: CardId; readonly nowMs: number }
  /** These cards were dealt with in another tab or are gone. */
  | { readonly type: 'dropped'; readonly cards: ReadonlySet<CardId>; readonly nowMs: number }
  /** The person has had enough: the current card goes back to the queue, its attempt is forgotten. */
  | { readonly type: 'ended' }
  | { readonly type: 'resumed'; readonly nowMs: number };

/** A card in a step is asked before its minutes have passed when nothing else is left to ask, by `aheadMs` at most. */
export function startSession(
  cards: readonly CardId[],
  steps: readonly WaitingStep[],
  nowMs: number,
  visible = true,
  aheadMs: number = Number.POSITIVE_INFINITY,
): Session {
  return advance({ current: null, queue: cards, steps, done: [], visible, aheadMs }, nowMs);
}

/** How many cards the session still holds, the current one among them. */
export function remainingCount(session: Session): number {
  return session.queue.length + session.steps.length + (session.current ? 1 : 0);
}

/** Milliseconds that count for the current answer so far. */
export function countedMs(clock: AnswerClock, nowMs: number): number {
  return clock.countedMs + (clock.runningSinceMs === null ? 0 : Math.max(0, nowMs - clock.runningSinceMs));
}

type Handlers = {
  readonly [K in SessionInput['type']]: (session: Session, input: Extract<SessionInput, { type: K }>) => Session;
};

const handlers: Handlers = {
  hid: (session, { nowMs }) => ({ ...session, visible: false, current: pause(session.current, nowMs) }),
  showed: (session, { nowMs }) => ({ ...session, visible: true, current: resume(session.current, nowMs) }),
  hinted: (session) =>
    session.current?.phase === 'asking' ? { ...session, current: { ...session.current, hinted: true } } : session,
  revealed: (session, { nowMs }) => ({ ...session, current: reveal(session.current, nowMs) }),
  ticked: (session, { point }) => tick(session, (ticked) => toggled(ticked, point)),
  tickedAll: (session, { points }) => tick(session, () => new Set(points)),
  stored: afterStored,
  undone: afterUndone,
  dropped: afterDropped,
  ended: (session) =>
    session.current ? { ...session, current: null, queue: [session.current.card, ...session.queue] } : session,
  // Who goes on by hand has the next step at once.
  resumed: (session, { nowMs }) => (session.current ? session : advance(session, nowMs, Number.POSITIVE_INFINITY)),
};

/** The next state. An input that does not fit the state (a second reveal, a tick before the answer) changes nothing. */
export function reduceSession<K extends SessionInput['type']>(
  session: Session,
  input: Extract<SessionInput, { type: K }>,
): Session {
  const handler: Handlers[K] = handlers[input.type];
  return handler(session, input);
}

function pause<C extends Current | null>(current: C, nowMs: number): C {
  if (current?.phase !== 'asking') return current;
  return { ...current, clock: { countedMs: countedMs(current.clock, nowMs), runningSinceMs: null } };
}

function resume(current: Current | null, nowMs: number): Current | null {
  if (current?.phase !== 'asking' || current.clock.runningSinceMs !== null) return current;
  return { ...current, clock: { ...current.clock, runningSinceMs: nowMs } };
}

function reveal(current: Current | null, nowMs: number): Current | null {
  if (current?.phase !== 'asking') return current;
  const { card, hinted, clock } = current;
  return { phase: 'revealed', card, hinted, tookMs: countedMs(clock, nowMs), ticked: new Set() };
}

function toggled(ticked: ReadonlySet<PointId>, point: PointId): ReadonlySet<PointId> {
  const next = new Set(ticked);
  if (!next.delete(point)) next.add(point);
  return next;
}

function tick(session: Session, change: (ticked: ReadonlySet<PointId>) => ReadonlySet<PointId>): Session {
  const { current } = session;
  if (current?.phase !== 'revealed') return session;
  return { ...session, current: { ...current, ticked: change(current.ticked) } };
}

function afterStored(session: Session, input: Extract<SessionInput, { type: 'stored' }>): Session {
  const { current, steps } = session;
  if (!current) return session;
  const { event, due, nowMs } = input;
  const again = due?.kind === 'minutes' ? [{ card: current.card, atMs: nowMs + due.minutes * 60_000 }] : [];
  const done = [...session.done, { event, card: current.card, attempt: pause(current, nowMs), graded: due !== null }];
  return advance({ ...session, current: null, done, steps: [...steps, ...again] }, nowMs);
}

function afterUndone(session: Session, { event, card, nowMs }: Extract<SessionInput, { type: 'undone' }>): Session {
  const past = session.done.find((entry) => entry.event === event);
  const others = (ids: readonly CardId[]): CardId[] => ids.filter((id) => id !== card);
  const interrupted = session.current && session.current.card !== card ? [session.current.card] : [];
  return {
    ...session,
    current: past ? returnTo(past.attempt, nowMs, session.visible) : ask(card, nowMs, session.visible),
    queue: [...interrupted, ...others(session.queue)],
    steps: session.steps.filter((step) => step.card !== card),
    done: session.done.filter((entry) => entry.event !== event),
  };
}

/** The clock of an attempt that comes back goes on where it stopped, once the page is seen. */
function returnTo(attempt: Current, nowMs: number, visible: boolean): Current | null {
  return visible ? resume(attempt, nowMs) : attempt;
}

function afterDropped(session: Session, { cards, nowMs }: Extract<SessionInput, { type: 'dropped' }>): Session {
  const kept = {
    ...session,
    queue: session.queue.filter((id) => !cards.has(id)),
    steps: session.steps.filter((step) => !cards.has(step.card)),
  };
  if (!kept.current || !cards.has(kept.current.card)) return kept;
  return advance({ ...kept, current: null }, nowMs);
}

function ask(card: CardId, nowMs: number, visible: boolean): Current {
  return { phase: 'asking', card, hinted: false, clock: { countedMs: 0, runningSinceMs: visible ? nowMs : null } };
}

/** Takes the next card: a step whose time has come, else the queue's head, else the earliest step if it is not too early. */
function advance(session: Session, nowMs: number, aheadMs: number = session.aheadMs): Session {
  const [head, ...rest] = session.queue;
  const earliest = session.steps.toSorted((a, b) => a.atMs - b.atMs)[0];
  if (earliest && earliest.atMs <= nowMs + (head === undefined ? aheadMs : 0)) {
    const steps = session.steps.filter((step) => step !== earliest);
    return { ...session, steps, current: ask(earliest.card, nowMs, session.visible) };
  }
  if (head === undefined) return { ...session, current: null };
  return { ...session, queue: rest, current: ask(head, nowMs, session.visible) };
}
