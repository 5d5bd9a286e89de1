/** How ready one was, out of a real database. */
import { expect, test } from 'vitest';
import { studyDayOf, studyDayStartMs, type StudyDay } from '#memory/study-day.ts';
import { planQuestionOf, questionWeights } from '#plan/scope.ts';
import { knowledgeOn } from '#progress/knowledge.ts';
import { replayLog } from '#review/reduce.ts';
import { readBankIndex } from '#storage/bank-index.ts';
import { unreported } from '#storage/heavy-progress.ts';
import { eventOfRow } from '#storage/item-states.ts';
import { writeCampaign } from '#storage/plan-campaigns.ts';
import { keepPast, readPast, readPastBasis, WHOLE_BANK } from '#storage/progress-past.ts';
import { campaign } from '../plan/campaigns.ts';
import { DAY_MS, deviceId, replayContext } from '../support/builders.ts';
import { seededClock } from '../support/clock.ts';
import { practise } from '../support/practice.ts';
import { openTestDb } from '../support/test-db.ts';

const context = replayContext();

async function someone() {
  const { db } = await openTestDb();
  const clock = seededClock();
  const me = practise(db, clock, context);
  await me.grade('q-one', 3);
  clock.advance(10 * DAY_MS);
  await me.grade('q-two', 1);
  clock.advance(10 * DAY_MS);
  await me.grade('q-one', 4);
  const today = studyDayOf(clock.nowMs, clock.offsetMinutes, context.rolloverHour);
  return { db, clock, me, today };
}

test('each week holds what a replay up to its end gives, from the first answer to today', async () => {
  const { db, clock, today } = await someone();
  await keepPast(db, today, clock.offsetMinutes, context, unreported);
  const points = (await readPast(db))?.pasts[0]?.points ?? [];
  expect(points.map(({ day }) => today - day)).toEqual([14, 7, 0]);
  const { rows } = await readBankIndex(db);
  const questions = rows.flatMap(({ summary }) => planQuestionOf(summary) ?? []);
  const events = (await db.events.toArray()).map(eventOfRow);
  for (const { day, recall, seen, readiness } of points) {
    const end = studyDayStartMs((day + 1) as StudyDay, clock.offsetMinutes, context.rolloverHour);
    const states = replayLog(
      events.filter(({ atMs }) => atMs < end),
      context,
    );
    const cards = new Map([...states.values()].flatMap((state) => [...state.cards]));
    const weights = questionWeights(WHOLE_BANK, questions);
    expect({ recall, seen }).toEqual(knowledgeOn(cards, weights, day, context.scheduler));
    expect(readiness.low).toBeLessThanOrEqual(readiness.median);
    expect(readiness.median).toBeLessThanOrEqual(readiness.high);
  }
});

test('each interview ahead has a past of its own, and a change of one makes the kept past old', async () => {
  const { db, clock, today } = await someone();
  const basis = await readPastBasis(db, today);
  await writeCampaign(
    db,
    campaign({ date: (today + 20) as StudyDay, topics: { 'web/tls': 1 } }),
    deviceId(1),
    clock.nowMs,
  );
  await writeCampaign(
    db,
    campaign({ id: 'over' as ReturnType<typeof campaign>['id'], date: (today - 1) as StudyDay }),
    deviceId(1),
    clock.nowMs,
  );
  expect(await readPastBasis(db, today)).not.toBe(basis);
  await keepPast(db, today, clock.offsetMinutes, context, unreported);
  const row = await readPast(db);
  expect(row?.basis).toBe(await readPastBasis(db, today));
  expect(row?.pasts.map((past) => past.campaign)).toEqual([campaign({}).id, null]);
  expect(row?.pasts[0]?.points.every(({ seen }) => seen === 0)).toBe(true);
});
