/** What a person does in a review. Each grade is handed to the database before the next card is shown. */
import type { ItemId, PointId } from '#bank/item.ts';
import type { Grade } from '#memory/grade.ts';
import { isLeechNow } from '#memory/leech.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { todayOf } from '#pages/parts/environment.ts';
import type { CardState, ItemState } from '#review/card-state.ts';
import type { Guess, LogEvent, Reviewed } from '#review/event.ts';
import { proposeForPoint, proposeGrade, type Proposal } from '#review/propose.ts';
import { reviewedEvent, studyDayOfStamp } from '#review/record.ts';
import { policyFor } from '#review/policy.ts';
import { promisesFor, type Promises } from '#review/schedule.ts';
import type { Current } from '#review/session.ts';
import { getStorage } from '#storage/current.ts';
import { problemOf } from '#storage/database.ts';
import { stampNow } from '#storage/stamp.ts';
import { isMark, newsOf, onTabNews, tellTabs } from '#storage/tabs.ts';
import { lastUndoable, voidEvent } from '#storage/undo.ts';
import type { CardContent } from './card-content.ts';
import {
  currentContent,
  dispatch,
  leaveToOtherTab,
  once,
  ready,
  say,
  storeAndGoOn,
  storeMark,
  type Ready,
} from './commit.ts';
import { followItem, loadAhead } from './load.ts';
import { start } from './start.ts';
import { useReview } from './store.ts';

const { setState } = useReview;

/** Follows what other tabs store; returns how to stop. */
export function followOtherTabs(): () => void {
  return onTabNews((news) => {
    if (news.type === 'replaced') void start();
    else if (news.type === 'marked') void followItem(news.item);
    else leaveToOtherTab(news.item);
  });
}

function promisesOf({ card, question }: CardContent, { environment }: Ready, today: StudyDay): Promises {
  return promisesFor(card, today, policyFor(environment.policy, question, today));
}

/** Shows the answer after a guess was made. */
export function guessAndReveal(guess: Guess): void {
  reveal();
  setState({ guess });
}

/** Shows the answer and fixes what the buttons promise. */
export function reveal(): void {
  const state = ready();
  const content = state && currentContent(state);
  if (!state || !content || state.session.current?.phase !== 'asking') return;
  const nowMs = Date.now();
  const today = todayOf(state.environment.settings, nowMs);
  setState({ promises: promisesOf(content, state, today), guess: null, notice: null });
  dispatch({ type: 'revealed', nowMs });
}

export function takeHint(): void {
  const state = ready();
  const content = state && currentContent(state);
  if (content?.point === null && content.question.hint !== '') dispatch({ type: 'hinted' });
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

/** Ends the session by hand, once all that was done is stored; what is left of it waits. */
export async function end(): Promise<void> {
  await once(async () => dispatch({ type: 'ended' }));
}

/** Goes on with a session that was ended by hand. */
export function resume(): void {
  dispatch({ type: 'resumed', nowMs: Date.now() });
  void loadAhead();
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

/** Grades the current answer. */
export async function grade(chosen: Grade): Promise<void> {
  await once(async (state) => {
    const { session, environment, promises, guess } = state;
    const content = currentContent(state);
    const { current } = session;
    const entry = content && state.loaded.get(content.question.id);
    if (!content || !entry || !promises || current?.phase !== 'revealed') return;
    const stamp = stampNow(environment.device);
    const today = studyDayOfStamp(stamp, environment.settings.rolloverHour);
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
      today,
      policy: policyFor(environment.policy, content.question, today),
      guess,
    });
    if (await storeAndGoOn(event, event.due, state, null)) afterGrade(event, content.card, today, state);
  });
}

/** What a grade that was just stored means for those to come. */
function afterGrade({ due, grade: given }: Reviewed, card: CardState, today: StudyDay, { loads }: Ready): void {
  if (given === 1) noticeLeech(card);
  if (due.kind !== 'days') return;
  const day = (today + due.days) as StudyDay;
  loads.set(day, (loads.get(day) ?? 0) + 1);
}

/** Whether the failure that was just stored is one too many. */
function noticeLeech({ id, item, learning }: CardState): void {
  const { loaded, environment } = useReview.getState();
  const after = loaded.get(item)?.state.cards.get(id)?.learning;
  const lapses = after?.kind === 'learned' ? after.lapses : 0;
  const before = learning.kind === 'learned' ? learning.lapses : 0;
  if (lapses > before && isLeechNow(lapses, environment?.settings.leechLapses ?? 0)) setState({ leech: id });
}

/** Leaves the current card for tomorrow. */
export async function bury(): Promise<void> {
  await once(async (state) => {
    const content = currentContent(state);
    if (!content) return;
    const stamp = stampNow(state.environment.device);
    const untilDay = (studyDayOfStamp(stamp, state.environment.settings.rolloverHour) + 1) as StudyDay;
    const { id: card, item } = content.card;
    await storeAndGoOn({ type: 'buried', ...stamp, item, card, untilDay }, null, state, { kind: 'buried' });
  });
}

/** Takes the current card out of the schedule until it is brought back. */
export async function suspend(): Promise<void> {
  await once(async (state) => {
    const content = currentContent(state);
    if (!content) return;
    const stamp = stampNow(state.environment.device);
    const { id: card, item } = content.card;
    await storeAndGoOn({ type: 'suspended', ...stamp, item, card, on: true }, null, state, { kind: 'suspended' });
  });
}

/** Flags the current question, or takes the flag away. */
export async function toggleFlag(): Promise<void> {
  await once(async (state) => {
    const content = currentContent(state);
    if (!content) return;
    const on = !content.flagged;
    const stamp = stampNow(state.environment.device);
    await storeMark({ type: 'flagged', ...stamp, item: content.card.item, on }, state, { kind: 'flagged', on });
  });
}

/** Keeps a note with a question of this session; an empty one removes it. False when it was not stored. */
export async function saveNote(item: ItemId, text: string): Promise<boolean> {
  let kept = false;
  await once(async (state) => {
    const event = { type: 'noted', ...stampNow(state.environment.device), item, text } as const;
    kept = await storeMark(event, state, { kind: 'noted' });
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
      tellTabs(newsOf(target));
      say({ kind: 'undone', what: target.type });
    } catch (error) {
      say({ kind: 'notStored', full: problemOf(error) === 'full' });
    }
  });
}

async function returnTo(
  target: Exclude<LogEvent, { type: 'voided' | 'mockFinished' | 'rescheduled' }>,
  state: ItemState,
): Promise<void> {
  setState((now) => {
    const entry = now.loaded.get(target.item);
    return entry ? { loaded: new Map(now.loaded).set(target.item, { ...entry, state }) } : now;
  });
  if (isMark(target)) return;
  setState({ promises: null, guess: (target.type === 'reviewed' && target.guess) || null });
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
  setState({ promises: promisesOf(content, state, today) });
}
