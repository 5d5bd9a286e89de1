/** How a review stores an event and goes on: one thing at a time, one change of the store for what came of it. */
import type { ItemId } from '#bank/item.ts';
import { storeEvent, type Stored } from '#pages/parts/record.ts';
import type { ItemState } from '#review/card-state.ts';
import type { Due, LogEvent } from '#review/event.ts';
import { splitCardId, type CardId } from '#review/ids.ts';
import { reduceSession, type Session, type SessionInput } from '#review/session.ts';
import { getStorage } from '#storage/current.ts';
import { problemOf } from '#storage/database.ts';
import { readEpoch } from '#storage/epoch.ts';
import { isMark } from '#storage/tabs.ts';
import { afterPaint } from '#ui/after-paint.ts';
import { contentOf, type CardContent, type LoadedItem } from './card-content.ts';
import { followItem, loadAhead, reloadItem } from './load.ts';
import { start } from './start.ts';
import { stepOf, useReview, type Leaving, type Notice, type ReviewState } from './store.ts';

const { getState, setState } = useReview;

export type Ready = ReviewState & {
  readonly environment: NonNullable<ReviewState['environment']>;
  readonly session: NonNullable<ReviewState['session']>;
};

/** The store while a session is under way; null otherwise. */
export function ready(): Ready | null {
  const state = getState();
  return state.environment && state.session ? (state as Ready) : null;
}

export function dispatch<K extends SessionInput['type']>(input: Extract<SessionInput, { type: K }>): void {
  setState((now) => (now.session ? { session: reduceSession<K>(now.session, input) } : now));
}

export function say(notice: Notice | null): void {
  setState({ notice });
}

/** The content of the current card, when its item is in memory. */
export function currentContent(state: ReviewState): CardContent | null {
  const card = state.session?.current?.card;
  return card === undefined ? null : contentOf(card, state.loaded);
}

/** Leaves an item's cards to the tab that stored something for it first. */
export function leaveToOtherTab(item: ItemId): void {
  const state = ready();
  if (!state) return;
  const { current, queue, steps } = state.session;
  const all = [...(current ? [current.card] : []), ...queue, ...steps.map((step) => step.card)];
  const cards = new Set(all.filter((card) => splitCardId(card).item === item));
  const wasCurrent = current !== null && cards.has(current.card);
  void followItem(item);
  if (cards.size === 0) return;
  dispatch({ type: 'dropped', cards, nowMs: Date.now() });
  if (wasCurrent) say({ kind: 'otherTab' });
  void loadAhead();
}

/** The epoch may have ended, another tab may have stored something for this item, or both. */
async function giveWay(item: ItemId, { epoch }: Ready): Promise<void> {
  if ((await readEpoch(getStorage().db)) !== epoch) await start({ kind: 'beganAnew' });
  else leaveToOtherTab(item);
}

function sameCards(a: ItemState, b: ItemState): boolean {
  return JSON.stringify([...a.cards]) === JSON.stringify([...b.cards]);
}

/**
 * Stores an event. Where another tab was first and has only flagged the item or written its note, or this event does no more
 * than that, nothing stands in its way: it is stored on what the item is now.
 */
async function storeOnLatest(event: LogEvent, entry: LoadedItem, state: Ready): Promise<Stored> {
  const { environment, epoch } = state;
  const first = await storeEvent(event, { ...entry, epoch }, environment.context);
  if (first.kind !== 'conflict') return first;
  const latest = await reloadItem(event.item);
  if (!latest || !(isMark(event) || sameCards(entry.state, latest.state))) return first;
  return storeEvent(event, { ...latest, epoch }, environment.context);
}

/** Stores an event on what is in memory; null when its item is not. Rejects never: who reads again after a conflict may fail. */
async function store(event: LogEvent, state: Ready): Promise<Stored | null> {
  const entry = state.loaded.get(event.item);
  try {
    return entry ? await storeOnLatest(event, entry, state) : null;
  } catch (error) {
    return { kind: 'failed', full: problemOf(error) === 'full' };
  }
}

/** What a stored event makes of the items in memory. */
function withState(item: ItemId, state: ItemState): Pick<ReviewState, 'loaded'> {
  const { loaded } = getState();
  const entry = loaded.get(item);
  return { loaded: entry ? new Map(loaded).set(item, { ...entry, state }) : loaded };
}

/** Says why nothing was stored, and leaves the item to who was first. */
async function refused(stored: Stored | null, item: ItemId, state: Ready): Promise<void> {
  if (stored?.kind === 'conflict') await giveWay(item, state);
  if (stored?.kind === 'failed') say({ kind: 'notStored', full: stored.full });
}

/** What is being stored, and the step of the session on which it was pressed. */
let underWay: { readonly step: string | null; readonly over: Promise<void> } | null = null;

function stepNow(): string | null {
  const { session } = getState();
  return session?.current ? stepOf(session, session.current.card) : null;
}

/**
 * Runs one storing action at a time: a second press while the first is stored does nothing. What is pressed on the next step, which
 * may be shown by then, waits for the first, and is forgotten with its step when that is refused.
 */
export async function once(work: (state: Ready) => Promise<void>): Promise<void> {
  const step = stepNow();
  if (underWay) {
    if (underWay.step === step) return;
    // Whoever pressed the first hears of its failure.
    await underWay.over.catch(() => undefined);
  }
  const state = ready();
  if (!state || underWay || stepNow() !== step) return;
  underWay = { step, over: run(work, state) };
  await underWay.over;
}

async function run(work: (state: Ready) => Promise<void>, state: Ready): Promise<void> {
  try {
    await work(state);
  } finally {
    underWay = null;
  }
}

/** Stores a mark of the current item; the card stays. */
export async function storeMark(event: LogEvent, state: Ready, notice: Notice): Promise<boolean> {
  const stored = await store(event, state);
  if (stored?.kind === 'stored') setState({ ...withState(event.item, stored.state), notice });
  else await refused(stored, event.item, state);
  return stored?.kind === 'stored';
}

/**
 * Stores what ends the current card and shows the next one; resolves to whether it was stored. The next question is shown as soon
 * as all is handed to the database, which keeps it even if the page is closed now; should it refuse, the card comes back as it was.
 * What rests on the stored state itself waits for it: the same item asked again, and the summary. `due`: when the card may come
 * back in this session.
 */
export async function storeAndGoOn(
  event: LogEvent,
  due: Due | null,
  state: Ready,
  notice: Notice | null,
): Promise<boolean> {
  const { promises, guess } = state;
  const card = state.session.current?.card;
  if (card === undefined) return false;
  const after = (session: Session): Session =>
    reduceSession<'stored'>(session, { type: 'stored', event: event.id, due, nowMs: Date.now() });
  const storing = store(event, state);
  const next = after(state.session);
  const early = next.current !== null && splitCardId(next.current.card).item !== event.item;
  if (early) goOn(next, notice, state);
  const stored = await storing;
  if (stored?.kind === 'stored') {
    setState(withState(event.item, stored.state));
    if (!early) goOnLate(card, after, notice, state);
    return true;
  }
  if (early) {
    dispatch({ type: 'undone', event: event.id, card, nowMs: Date.now() });
    setState({ promises, guess, leaving: null });
  }
  await refused(stored, event.item, state);
  return false;
}

/** Not where another session has begun meanwhile, or the card was taken away: then it is no longer this one that is ended. */
function goOnLate(card: CardId, after: (session: Session) => Session, notice: Notice | null, before: Ready): void {
  const { session } = getState();
  if (session?.current?.card === card) goOn(after(session), notice, before);
}

function goOn(session: Session, notice: Notice | null, before: Ready): void {
  const leaving = leavingOf(before);
  setState({ session, notice, leaving });
  afterPaint(() => {
    setState((now) => (now.leaving === leaving ? { leaving: null } : now));
    void loadAhead();
  });
}

/** To take an answer's many elements away takes as long as to show the next question: that waits for it. */
function leavingOf(state: Ready): Leaving | null {
  const content = currentContent(state);
  const { current } = state.session;
  if (!content || current?.phase !== 'revealed') return null;
  return { step: stepOf(state.session, current.card), content, attempt: current };
}
