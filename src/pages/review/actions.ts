/** What a person does in a review. Each grade is stored before the next card is shown. */
import type { ItemId, PointId } from '#bank/item.ts';
import type { Grade } from '#memory/grade.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { readEnvironment, todayOf } from '#pages/parts/environment.ts';
import { storeEvent } from '#pages/parts/record.ts';
import type { ItemState } from '#review/card-state.ts';
import type { Due, LogEvent } from '#review/event.ts';
import { splitCardId } from '#review/ids.ts';
import { proposeForPoint, proposeGrade, type Proposal } from '#review/propose.ts';
import { reviewedEvent, studyDayOfStamp } from '#review/record.ts';
import { promisesFor } from '#review/schedule.ts';
import { reduceSession, startSession, type Current, type SessionInput } from '#review/session.ts';
import { getStorage } from '#storage/current.ts';
import { problemOf } from '#storage/database.ts';
import { stampNow } from '#storage/stamp.ts';
import { onTabNews, tellTabs } from '#storage/tabs.ts';
import { readQueue } from '#storage/today.ts';
import { lastUndoable, voidEvent } from '#storage/undo.ts';
import { contentOf, type CardContent } from './card-content.ts';
import { loadAhead, reloadItem } from './load.ts';
import { EMPTY, useReview, type Notice, type ReviewState } from './store.ts';

const { getState, setState } = useReview;

type Ready = ReviewState & {
  readonly environment: NonNullable<ReviewState['environment']>;
  readonly session: NonNullable<ReviewState['session']>;
};

/** The store while a session is under way; null otherwise. */
function ready(): Ready | null {
  const state = getState();
  return state.environment && state.session ? (state as Ready) : null;
}

function dispatch<K extends SessionInput['type']>(input: Extract<SessionInput, { type: K }>): void {
  setState((now) => (now.session ? { session: reduceSession<K>(now.session, input) } : now));
}

function say(notice: Notice | null): void {
  setState({ notice });
}

/** The content of the current card, when its item is in memory. */
export function currentContent(state: ReviewState): CardContent | null {
  const card = state.session?.current?.card;
  return card === undefined ? null : contentOf(card, state.loaded);
}

/** Begins today's review. */
export async function start(): Promise<void> {
  setState({ ...EMPTY });
  try {
    const storage = getStorage();
    const environment = await readEnvironment(storage);
    const nowMs = Date.now();
    const today = todayOf(environment.settings, nowMs);
    const queue = await readQueue(storage.db, today, environment.settings, environment.context.scheduler);
    const visible = document.visibilityState === 'visible';
    setState({ environment, session: startSession(queue.cards, queue.steps, nowMs, visible) });
    await loadAhead();
  } catch (failure) {
    setState({ failure });
  }
}

/** Follows what other tabs store; returns how to stop. */
export function followOtherTabs(): () => void {
  return onTabNews((news) => {
    if (news.type === 'replaced') void start();
    else leaveToOtherTab(news.item);
  });
}

function leaveToOtherTab(item: ItemId): void {
  const state = ready();
  if (!state) return;
  const { current, queue, steps } = state.session;
  const all = [...(current ? [current.card] : []), ...queue, ...steps.map((step) => step.card)];
  const cards = new Set(all.filter((card) => splitCardId(card).item === item));
  const wasCurrent = current !== null && cards.has(current.card);
  void reloadItem(item);
  if (cards.size === 0) return;
  dispatch({ type: 'dropped', cards, nowMs: Date.now() });
  if (wasCurrent) say({ kind: 'otherTab' });
  void loadAhead();
}

/** Shows the answer and fixes what the buttons promise. */
export function reveal(): void {
  const state = ready();
  const content = state && currentContent(state);
  if (!state || !content || state.session.current?.phase !== 'asking') return;
  const nowMs = Date.now();
  const today = todayOf(state.environment.settings, nowMs);
  setState({ promises: promisesFor(content.card, today, state.environment.policy), notice: null });
  dispatch({ type: 'revealed', nowMs });
}

export function takeHint(): void {
  dispatch({ type: 'hinted' });
}

export function tick(point: PointId): void {
  dispatch({ type: 'ticked', point });
}

/** Ticks every point, or none when all are ticked already. */
export function tickAll(): void {
  const state = ready();
  const content = state && currentContent(state);
  if (!state || !content || state.session.current?.phase !== 'revealed') return;
  const all = content.question.keyPoints.map((point) => point.id);
  const points = state.session.current.ticked.size === all.length ? [] : all;
  dispatch({ type: 'tickedAll', points });
}

export function setVisible(visible: boolean): void {
  const nowMs = Date.now();
  dispatch(visible ? { type: 'showed', nowMs } : { type: 'hid', nowMs });
}

/** The grade that the current attempt speaks for; null while nothing is known. */
export function proposalFor(current: Current | null, content: CardContent | null): Proposal | null {
  if (!content || current?.phase !== 'revealed') return null;
  const { hinted, ticked } = current;
  const tookSeconds = current.tookMs / 1000;
  const { question, point, goodSeconds } = content;
  if (point) return proposeForPoint({ hinted, tookSeconds, goodSeconds });
  return proposeGrade({ points: question.keyPoints, tier: question.tier, ticked, hinted, tookSeconds, goodSeconds });
}

/** Applies and stores an event; returns the item's new state, or null when nothing was stored (and says why). */
async function store(event: LogEvent, state: Ready): Promise<ItemState | null> {
  const entry = state.loaded.get(event.item);
  if (!entry) return null;
  const stored = await storeEvent(event, entry, state.environment.context);
  if (stored.kind === 'conflict') leaveToOtherTab(event.item);
  if (stored.kind === 'failed') say({ kind: 'notStored', full: stored.full });
  if (stored.kind !== 'stored') return null;
  setState((now) => ({ loaded: new Map(now.loaded).set(event.item, { ...entry, state: stored.state }) }));
  return stored.state;
}

/** Runs one storing action at a time: a second press while the first is stored does nothing. */
async function once(work: (state: Ready) => Promise<void>): Promise<void> {
  const state = ready();
  if (!state || state.busy) return;
  setState({ busy: true });
  try {
    await work(state);
  } finally {
    setState({ busy: false });
  }
}

async function storeAndGoOn(event: LogEvent, due: Due | null, state: Ready): Promise<boolean> {
  const stored = await store(event, state);
  if (!stored) return false;
  dispatch({ type: 'stored', event: event.id, due, nowMs: Date.now() });
  setState({ promises: null });
  void loadAhead();
  return true;
}

/** Grades the current answer. */
export async function grade(chosen: Grade): Promise<void> {
  await once(async (state) => {
    const { session, environment, promises } = state;
    const content = currentContent(state);
    const { current } = session;
    const entry = content && state.loaded.get(content.question.id);
    if (!content || !entry || !promises || current?.phase !== 'revealed') return;
    const stamp = stampNow(environment.device);
    const event = reviewedEvent({
      stamp,
      state: entry.state,
      card: content.card,
      points: content.question.keyPoints.map(({ id, weight }) => ({ id, core: weight === 'core' })),
      ticked: current.ticked,
      grade: chosen,
      proposed: proposalFor(current, content)?.grade ?? null,
      hinted: current.hinted,
      tookMs: current.tookMs,
      capMs: environment.settings.answerCapSeconds * 1000,
      promises,
      today: studyDayOfStamp(stamp, environment.settings.rolloverHour),
      policy: environment.policy,
    });
    say(null);
    await storeAndGoOn(event, event.due, state);
  });
}

/** Leaves the current card for tomorrow. */
export async function bury(): Promise<void> {
  await once(async (state) => {
    const content = currentContent(state);
    if (!content) return;
    const stamp = stampNow(state.environment.device);
    const untilDay = (studyDayOfStamp(stamp, state.environment.settings.rolloverHour) + 1) as StudyDay;
    const { id: card, item } = content.card;
    if (await storeAndGoOn({ type: 'buried', ...stamp, item, card, untilDay }, null, state)) say({ kind: 'buried' });
  });
}

/** Takes the current card out of the schedule until it is brought back. */
export async function suspend(): Promise<void> {
  await once(async (state) => {
    const content = currentContent(state);
    if (!content) return;
    const stamp = stampNow(state.environment.device);
    const { id: card, item } = content.card;
    const stored = await storeAndGoOn({ type: 'suspended', ...stamp, item, card, on: true }, null, state);
    if (stored) say({ kind: 'suspended' });
  });
}

/** Flags the current question, or takes the flag away. */
export async function toggleFlag(): Promise<void> {
  await once(async (state) => {
    const content = currentContent(state);
    if (!content) return;
    const on = !content.flagged;
    const stamp = stampNow(state.environment.device);
    const stored = await store({ type: 'flagged', ...stamp, item: content.card.item, on }, state);
    if (stored) say({ kind: 'flagged', on });
  });
}

/** Keeps a note with the current question; an empty one removes it. */
export async function saveNote(text: string): Promise<boolean> {
  let kept = false;
  await once(async (state) => {
    const content = currentContent(state);
    if (!content) return;
    const stamp = stampNow(state.environment.device);
    kept = (await store({ type: 'noted', ...stamp, item: content.card.item, text: text.trim() }, state)) !== null;
    if (kept) say({ kind: 'noted' });
  });
  return kept;
}

/** Takes back the last thing that this device stored, also after a reload, step by step. */
export async function undo(): Promise<void> {
  await once(async ({ environment }) => {
    const { db, device } = getStorage();
    try {
      const target = await lastUndoable(db, device);
      if (!target) return say({ kind: 'nothingToUndo' });
      const { state } = await voidEvent(db, target, stampNow(device), environment.context);
      await returnTo(target, state);
      tellTabs({ type: 'changed', item: target.item });
      say({ kind: 'undone', what: target.type });
    } catch (error) {
      say({ kind: 'notStored', full: problemOf(error) === 'full' });
    }
  });
}

async function returnTo(target: Exclude<LogEvent, { type: 'voided' }>, state: ItemState): Promise<void> {
  setState((now) => {
    const entry = now.loaded.get(target.item);
    return entry ? { loaded: new Map(now.loaded).set(target.item, { ...entry, state }) } : now;
  });
  if (target.type === 'flagged' || target.type === 'noted') return;
  dispatch({ type: 'undone', event: target.id, card: target.card, nowMs: Date.now() });
  await loadAhead();
  fixPromises();
}

/** The promises of a card to which undo returned with its answer shown. */
function fixPromises(): void {
  const state = ready();
  const content = state && currentContent(state);
  if (!state || !content || state.session.current?.phase !== 'revealed') return;
  const today = todayOf(state.environment.settings, Date.now());
  setState({ promises: promisesFor(content.card, today, state.environment.policy) });
}
