/** The day's queue follows the plan of the interviews ahead. */
import { beforeEach, describe, expect, test } from 'vitest';
import { makeBackup } from '#exchange/backup.ts';
import { studyDayOfStamp } from '#review/record.ts';
import { DEFAULT_SETTINGS } from '#review/settings.ts';
import { readDayPlan } from '#storage/day-plan.ts';
import { unreported } from '#storage/heavy-progress.ts';
import { doHeavy } from '#storage/heavy-work.ts';
import { readSpentSeconds } from '#storage/plan-facts.ts';
import { removeCampaign, writeCampaign } from '#storage/plan-campaigns.ts';
import { readOutlooks } from '#storage/plan-outlook.ts';
import { refreshDayPlan, refreshOutlooks } from '#storage/plan-refresh.ts';
import { writeOverride } from '#storage/plan-today.ts';
import { readTallies } from '#storage/plan-tallies.ts';
import { readLog } from '#storage/rebuild.ts';
import { readQueue } from '#storage/today.ts';
import { readTodayOverview } from '#storage/today-overview.ts';
import { tallyAnswers } from '#plan/answer-times.ts';
import { setting } from '../support/arbitrary-settings.ts';
import { campaign } from '../plan/campaigns.ts';
import { seededClock } from '../support/clock.ts';
import { cardId, DAY_MS, deviceId, itemId, reviewed, studyDay } from '../support/builders.ts';
import { KEY_POINTS, question } from '../support/item-builders.ts';
import { practise, type Practice } from '../support/practice.ts';
import { openTestDb } from '../support/test-db.ts';

const ALL = ['c1', 'c2', 'd1', 'd2', 'b1'];
const WEB = Array.from({ length: 12 }, (_, n) => question(`w-${String(n).padStart(2, '0')}`));
const TLS = Array.from({ length: 12 }, (_, n) => question(`t-${String(n).padStart(2, '0')}`, { topic: 'web/tls' }));

let me: Practice;

beforeEach(async () => {
  me = practise((await openTestDb([...WEB, ...TLS])).db);
});

const today = () => studyDayOfStamp(me.clock.stamp(), me.context.rolloverHour);
const queue = () => readQueue(me.db, today(), DEFAULT_SETTINGS, me.context.scheduler);

async function prepare(over: Parameters<typeof campaign>[0] = {}): Promise<void> {
  const date = studyDay(today() + 10);
  const interview = campaign({ date, topics: { 'web/tls': 1 }, minutesPerDay: 6, ...over });
  await writeCampaign(me.db, interview, deviceId(1), 1);
  await refreshDayPlan(me.db, today());
}

describe('with an interview ahead', () => {
  test('the queue holds what it asks, within its minutes, and leaves the rest alone', async () => {
    await me.grade('w-00', 1, { ticked: ALL });
    me.clock.advance(2 * DAY_MS);
    expect((await queue()).cards).toContain('w-00');
    await prepare();
    const { cards, counts } = await queue();
    expect(cards.length).toBeGreaterThan(1);
    expect(cards.length).toBeLessThan(8);
    expect(cards.filter((id) => !id.startsWith('t-'))).toEqual([]);
    expect(counts).toEqual({ fading: 0, points: 0, fresh: cards.length, steps: 0 });
  });

  test('who answers faster than the bank expects has more cards, and Today says the same minutes as the plan', async () => {
    for (const { id } of TLS.slice(0, 4)) await me.grade(id, 3, { ticked: ALL, tookMs: 3000 });
    me.clock.advance(DAY_MS);
    await prepare();
    const { seconds, total } = await readTodayOverview(me.db, today(), DEFAULT_SETTINGS, me.context.scheduler);
    expect(total).toBeGreaterThan(4);
    expect(seconds).toBeLessThan(360 + (2 * seconds) / total);
    expect(seconds).toBeGreaterThan(300);
  });

  test('what was answered leaves the queue, and what failed comes back as a step', async () => {
    await prepare();
    const { cards } = await queue();
    const [first = '', second = ''] = cards.map(String);
    await me.grade(first, 3, { ticked: ALL });
    await me.grade(second, 1, { ticked: ALL });
    const later = await queue();
    expect(later.cards).toEqual(cards.slice(2));
    expect(later.steps.map(({ card }) => card)).toEqual([second]);
  });

  test('minutes that are spent are not planned again', async () => {
    await prepare();
    expect((await queue()).cards).not.toEqual([]);
    for (const { id } of WEB.slice(0, 8)) await me.grade(id, 3, { ticked: ALL });
    expect(await refreshOutlooks(me.db, today())).toBe(true);
    expect((await queue()).cards).toEqual([]);
  });

  test('more minutes for today hold today alone', async () => {
    await prepare();
    const usual = (await queue()).cards.length;
    await writeOverride(me.db, today(), { minutes: 20 });
    await refreshDayPlan(me.db, today());
    expect((await queue()).cards.length).toBeGreaterThan(usual);
    me.clock.advance(DAY_MS);
    await refreshDayPlan(me.db, today());
    expect((await queue()).cards.length).toBeLessThanOrEqual(usual + 1);
  });

  test('what is due beside it follows it when the person wants it today', async () => {
    await me.grade('w-00', 3, { ticked: ALL });
    me.clock.advance(20 * DAY_MS);
    await prepare();
    await writeOverride(me.db, today(), { others: true });
    await refreshDayPlan(me.db, today());
    const { cards } = await queue();
    const place = cards.findIndex((id) => id.startsWith('w-'));
    expect(place).toBeGreaterThan(1);
    expect(cards.slice(0, place).every((id) => id.startsWith('t-'))).toBe(true);
  });

  test('on a rest day nothing is asked', async () => {
    await prepare({ restDates: [today()] });
    expect((await queue()).cards).toEqual([]);
  });
});

test.each([
  ['removed', async () => removeCampaign(me.db, campaign().id, deviceId(1), 2)],
  ['over', () => Promise.resolve(me.clock.advance(11 * DAY_MS))],
])('when the interview is %s the ordinary queue goes on, and the log is as it was', async (_, end) => {
  await me.grade('w-00', 3, { ticked: ALL });
  await prepare();
  const log = await me.db.events.toArray();
  await end();
  await refreshDayPlan(me.db, today());
  const { cards } = await queue();
  expect(cards).toContain('w-01');
  expect(await readDayPlan(me.db, today())).toBeUndefined();
  expect(await me.db.events.toArray()).toEqual(log);
});

async function outlook() {
  await refreshOutlooks(me.db, today());
  const row = await readOutlooks(me.db);
  if (!row?.outlooks[0]) throw new Error('there is no outlook');
  return { ...row.outlooks[0], atMs: row.atMs };
}

test('the outlook says how the interview stands', async () => {
  await me.grade('t-00', 3, { ticked: ALL });
  await prepare();
  const { questions, readiness, verdict } = await outlook();
  expect(questions).toEqual({ inScope: 12, seen: 1 });
  expect(readiness?.evidence.known).toBe(KEY_POINTS.length - 1);
  expect(verdict?.kind).toMatch(/enough|tight/);
});

test('the outlook is worked out again only when something changed', async () => {
  await prepare();
  const before = await outlook();
  expect((await outlook()).atMs).toBe(before.atMs);
  await me.grade('t-01', 3, { ticked: ALL });
  expect((await outlook()).questions.seen).toBe(1);
});

test('an answer is in the outlook also when another device, whose clock ran ahead, was merged before it', async () => {
  const ahead = practise(me.db, seededClock(2, Date.now() + 400 * DAY_MS));
  await ahead.store({ type: 'flagged', ...ahead.clock.stamp(), item: itemId('w-11'), on: true });
  await prepare();
  expect((await outlook()).questions.seen).toBe(0);
  await me.grade('t-01', 3, { ticked: ALL });
  expect((await outlook()).questions.seen).toBe(1);
});

test('times of answers are kept from plan to plan and equal those of the whole log, undone ones left out', async () => {
  const check = async () => {
    const { events } = await readLog(me.db);
    expect(await readTallies(me.db)).toEqual(tallyAnswers(events));
  };
  await check();
  await me.grade('t-00', 3, { ticked: ALL });
  await me.grade('t-01', 3, { ticked: ALL });
  await check();
  await me.grade('t-00', 1, { ticked: ALL });
  await check();
  await me.undo();
  await check();
});

test('times of answers are those of the log that is here, also when another one of as many events took its place', async () => {
  await me.grade('t-00', 3, { ticked: ALL });
  expect([...(await readTallies(me.db)).keys()]).toEqual(['t-00']);
  const events = [reviewed(1, { item: itemId('t-01'), card: cardId('t-01') })];
  const text = JSON.stringify(makeBackup({ nowMs: 1, device: deviceId(2), settings: [], events }));
  const how = { report: unreported, run: 'one' };
  await doHeavy(me.db, 'restore', { file: new Blob([text]), mode: 'replace', nowMs: 1 }, how);
  expect([...(await readTallies(me.db)).keys()]).toEqual(['t-01']);
});

test('a void that names an answer to another question takes its time out of nothing', async () => {
  await me.grade('t-00', 3, { ticked: ALL });
  const before = await readTallies(me.db);
  const spent = await readSpentSeconds(me.db, today());
  expect([before.get(cardId('t-00'))?.count, spent > 0]).toEqual([1, true]);
  const [review] = (await readLog(me.db)).events;
  if (!review) throw new Error('There is no review.');
  await me.store({ type: 'voided', ...me.clock.stamp(), item: itemId('t-01'), target: review.id });
  expect(await readTallies(me.db)).toEqual(before);
  await me.db.local.clear();
  expect(await readTallies(me.db)).toEqual(before);
  expect(await readSpentSeconds(me.db, today())).toBe(spent);
});

describe('without an interview', () => {
  const limit = async (minutes: number) => {
    await me.db.settings.put(setting('minutesPerDay', minutes, Date.now()));
    await refreshDayPlan(me.db, today());
  };

  test('minutes a day cut the ordinary queue, and without them it is whole again', async () => {
    const whole = (await queue()).cards;
    await limit(3);
    const { cards } = await queue();
    expect(cards.length).toBeGreaterThan(0);
    expect(cards.length).toBeLessThan(whole.length);
    expect(whole).toEqual(expect.arrayContaining([...cards]));
    await limit(0);
    expect((await queue()).cards).toEqual(whole);
  });

  test('more new cards and fewer reviews today hold today alone', async () => {
    const usual = (await queue()).cards.length;
    await writeOverride(me.db, today(), { newCards: usual + 3 });
    expect((await queue()).counts.fresh).toBe(usual + 3);
    me.clock.advance(DAY_MS);
    expect((await queue()).counts.fresh).toBe(usual);
  });
});
