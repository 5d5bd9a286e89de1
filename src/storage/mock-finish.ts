/** The end of a mock: its record and the reviews that its answers are, in one transaction with the end of the run. */
import type { ItemId, Question } from '#bank/item.ts';
import { recordOf, reviewOf } from '#mock/answer.ts';
import type { Draft, MockRun } from '#mock/run.ts';
import { goodSeconds } from '#mock/run-clock.ts';
import type { MockFinished, Reviewed } from '#review/event.ts';
import type { DeviceId, EventId } from '#review/ids.ts';
import type { MockAnswer, MockRecord } from '#review/mock-record.ts';
import { replayItem, type ReplayContext } from '#review/reduce.ts';
import type { SchedulePolicy } from '#review/schedule.ts';
import type { Settings } from '#review/settings.ts';
import { readAims } from './aims.ts';
import { APPEND_TABLES, appendEvent } from './append-event.ts';
import type { LamplightDb } from './database.ts';
import { readEventsOf } from './item-states.ts';
import { mockItem, readMock } from './mock-history.ts';
import { dropMockRun, readMockWriter } from './mock-run.ts';
import { readItem } from './read-item.ts';
import { deleteSound } from './recordings.ts';
import { stampNow } from './stamp.ts';
import { newsOf, tellTabs } from './tabs.ts';
import { voidEvent } from './undo.ts';

export interface MockContext {
  readonly device: DeviceId;
  readonly settings: Pick<Settings, 'rolloverHour' | 'answerCapSeconds' | 'topicRetention'>;
  readonly context: ReplayContext;
  readonly policy: SchedulePolicy;
}

/** What an end of a mock touches: what a transaction around it must hold. */
const TABLES = [...APPEND_TABLES, 'runs'] as const;

/** A scored answer of a mock with when it was graded. */
interface Scored {
  readonly answer: Pick<MockAnswer, 'item' | 'points' | 'choice' | 'thinkMs' | 'speakMs'>;
  readonly atMs: number;
  /** Length of a good answer in the format that was asked, in seconds; null: the question's own. */
  readonly goodSeconds: number | null;
}

/** The review of one answer, made and stored. */
async function review(db: LamplightDb, question: Question, scored: Scored, mock: MockContext): Promise<Reviewed> {
  const { settings, context, policy, device } = mock;
  const before = (await readEventsOf(db, question.id)).filter(({ atMs }) => atMs <= scored.atMs);
  const event = reviewOf({
    stamp: stampNow(device, scored.atMs),
    question,
    state: replayItem(question.id, before, context),
    answer: scored.answer,
    goodSeconds: scored.goodSeconds ?? question.seconds,
    capMs: settings.answerCapSeconds * 1000,
    policy,
    rolloverHour: settings.rolloverHour,
  });
  await appendEvent(db, event, context);
  return event;
}

async function readQuestions(db: LamplightDb, scored: readonly (Scored | null)[]): Promise<(Question | null)[]> {
  return Promise.all(
    scored.map(async (each) => {
      const says = each && (each.answer.points.length > 0 || each.answer.choice !== null);
      const item = says ? await readItem(db, each.answer.item) : null;
      return item?.type === 'question' ? item : null;
    }),
  );
}

function scoredOf(draft: Draft, { settings }: MockRun, nowMs: number): Scored | null {
  const { asked, points, choice, thinkMs, speakMs, outcome, gradedAtMs } = draft;
  if (outcome !== 'graded') return null;
  return {
    answer: { item: asked.item, points, choice, thinkMs, speakMs },
    atMs: gradedAtMs ?? nowMs,
    goodSeconds: goodSeconds(draft, settings),
  };
}

type MakeRecord = (eventOf: (place: number) => EventId | null) => MockRecord;

/**
 * Stores a mock with the reviews of its scored answers: all of it or nothing, and once only, whatever other tabs do. Answers
 * to errors, which have no card, and to questions that have left the bank stay in the record alone; so does a second listing of
 * the same question. Returns the record; null when this mock was stored before, or may not be stored.
 *
 * @throws what the database throws; nothing is stored then
 */
async function storeMock(
  db: LamplightDb,
  id: string,
  scored: readonly (Scored | null)[],
  makeRecord: MakeRecord,
  mock: MockContext,
  mayStore: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<MockRecord | null> {
  const [questions, aimOf] = await Promise.all([readQuestions(db, scored), readAims(db, mock.settings)]);
  const aimed = { ...mock, policy: { ...mock.policy, aimOf } };
  const events: Reviewed[] = [];
  const record = await db.transaction('rw', [...TABLES], async () => {
    if (!(await mayStore()) || (await readEventsOf(db, mockItem(id))).length > 0) return null;
    const byPlace = new Map<number, EventId>();
    const done = new Set<ItemId>();
    for (const [place, each] of scored.entries()) {
      const question = questions[place];
      if (!each || !question || done.has(question.id)) continue;
      done.add(question.id);
      const event = await review(db, question, each, aimed);
      events.push(event);
      byPlace.set(place, event.id);
    }
    const made = makeRecord((place) => byPlace.get(place) ?? null);
    const stamp = stampNow(mock.device);
    await appendEvent(
      db,
      { type: 'mockFinished', ...stamp, item: mockItem(id), mock: made } satisfies MockFinished,
      mock.context,
    );
    await dropMockRun(db, id);
    return made;
  });
  for (const event of events) tellTabs(newsOf(event));
  return record;
}

/**
 * Stores a run that has come to its end, and forgets it as a run. Null when it was stored before, or when the page of this name is
 * no longer the one that goes on with it: what it holds may be older than what another one has stored.
 */
export async function finishMock(
  db: LamplightDb,
  run: MockRun,
  mock: MockContext,
  nowMs: number,
  writer: string,
): Promise<MockRecord | null> {
  const scored = run.drafts.map((draft) => scoredOf(draft, run, nowMs));
  const isCurrent = async (): Promise<boolean> => (await readMockWriter(db)) === writer;
  return storeMock(db, run.id, scored, (eventOf) => recordOf(run, nowMs, eventOf), mock, isCurrent);
}

/** Before this there was no Lamplight: a clock that shows less was never set. */
const FIRST_YEAR_MS = Date.UTC(2026, 0);

/**
 * Stores a record that was made elsewhere, as by a partner on another device: its graded answers count here as reviews of the
 * moment when it ended, or of now where the other clock runs ahead or was never set. It is as long as it was there.
 * Null when this mock was stored before.
 */
export async function takeInMock(
  db: LamplightDb,
  id: string,
  record: MockRecord,
  mock: MockContext,
  nowMs: number,
): Promise<MockRecord | null> {
  const isAmiss = record.finishedAtMs > nowMs || record.finishedAtMs < FIRST_YEAR_MS;
  const finishedAtMs = isAmiss ? nowMs : record.finishedAtMs;
  const scored = record.answers.map((answer): Scored | null =>
    answer.outcome === 'graded' ? { answer, atMs: finishedAtMs, goodSeconds: null } : null,
  );
  const withEvents: MakeRecord = (eventOf) => ({
    ...record,
    startedAtMs: Math.max(0, record.startedAtMs + finishedAtMs - record.finishedAtMs),
    finishedAtMs,
    answers: record.answers.map((answer, place) => ({ ...answer, event: eventOf(place) })),
  });
  return storeMock(db, id, scored, withEvents, mock);
}

/** The reviews that a mock's answers were. A record can name any event; only one of a mock and of the answer's own item is its. */
async function readReviewsOf(db: LamplightDb, { answers }: MockRecord): Promise<Reviewed[]> {
  const rows = await db.events.bulkGet([...new Set(answers.flatMap(({ event }) => event ?? []))]);
  return rows.flatMap((row) => {
    if (row?.type !== 'reviewed' || row.source !== 'mock') return [];
    return answers.some(({ event, item }) => event === row.id && item === row.item) ? [row] : [];
  });
}

/** Takes a whole mock back: its record, every review that it was, and what was recorded in it. False when there is none of this id. */
export async function takeBackMock(
  db: LamplightDb,
  id: string,
  mock: Pick<MockContext, 'device' | 'context'>,
): Promise<boolean> {
  const found = await readMock(db, id);
  if (!found) return false;
  await db.transaction('rw', [...TABLES, 'recordings', 'recordingParts'], async () => {
    for (const row of await readReviewsOf(db, found.record)) {
      await voidEvent(db, row, stampNow(mock.device), mock.context);
    }
    await voidEvent(db, found.event, stampNow(mock.device), mock.context);
    await deleteSound(db, id);
  });
  for (const { item } of found.record.answers) tellTabs({ type: 'changed', item });
  return true;
}
