// @vitest-environment jsdom
/** What is done for an interview: how it stands, today alone, its day, and what was asked. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { readDayPlan } from '#storage/day-plan.ts';
import type { LamplightDb } from '#storage/database.ts';
import { readCampaigns, writeCampaign } from '#storage/plan-campaigns.ts';
import { campaign } from '../../plan/campaigns.ts';
import { deviceId, studyDay } from '../../support/builders.ts';
import { seededClock } from '../../support/clock.ts';
import { practise } from '../../support/practice.ts';
import { renderApp, stopCalendar } from '../../support/render-app.tsx';
import { openTestDb } from '../../support/test-db.ts';

/** 22 November 2026. */
const TODAY = studyDay(Date.UTC(2026, 10, 22) / 86_400_000);
const ahead = campaign({ date: studyDay(TODAY + 10), minutesPerDay: 5 });

let db: LamplightDb;

beforeEach(async () => {
  ({ db } = await openTestDb());
  stopCalendar('2026-11-22T09:00:00');
});

async function answered(item: string, ticked: readonly string[] = ['c1']): Promise<void> {
  await practise(db, seededClock()).grade(item, 3, { ticked });
}

test('readiness is shown with its range and its evidence, on Today as on its page', async () => {
  await answered('q-one');
  await writeCampaign(db, ahead, deviceId(1), 1);
  const user = renderApp('/', db);
  expect(
    (await screen.findAllByText(/^If it were today you would say about \d+% .*most likely \d+ to \d+%\.$/u)).length,
  ).toBe(1);
  expect(screen.getByText(/^Based on \d+ of \d+ points\.$/u)).toBeDefined();
  await user.click(screen.getByRole('link', { name: 'Backend engineer at Harbour' }));
  expect(await screen.findByRole('heading', { name: 'How ready you are' })).toBeDefined();
  expect((await screen.findByText('What raises it most')).nextElementSibling?.children.length).toBeGreaterThan(0);
});

test('before the first answer no number is shown', async () => {
  await writeCampaign(db, ahead, deviceId(1), 1);
  renderApp(`/plan/${ahead.id}`, db);
  expect(await screen.findByText(/^Nothing is known yet of its \d+ points/u)).toBeDefined();
  expect(screen.queryByText(/^If it were today/u)).toBeNull();
});

test('minutes for today alone change the plan of today and not the interview', async () => {
  await writeCampaign(db, ahead, deviceId(1), 1);
  const user = renderApp(`/plan/${ahead.id}`, db);
  const field = await screen.findByRole('spinbutton', { name: 'Minutes today' });
  expect(field).toHaveProperty('value', '5');
  await user.clear(field);
  await user.type(field, '0{Enter}');
  await waitFor(async () => expect((await readDayPlan(db, TODAY))?.cards).toEqual([]));
  expect(await readCampaigns(db)).toEqual([ahead]);
});

test('a job description gives topics and a level, says what the bank lacks, and is taken only when accepted', async () => {
  const user = renderApp('/plan/new', db);
  fireEvent.change(await screen.findByLabelText('Job description'), {
    target: { value: 'Senior backend engineer. You know HTTP and TLS, and Kubernetes.' },
  });
  await user.click(screen.getByRole('button', { name: 'Find its topics' }));
  expect(await screen.findByText(/^Asked for, but not in the bank: .*Kubernetes/u)).toBeDefined();
  expect(screen.getByRole('combobox', { name: 'Level' })).toHaveProperty('value', 'mid');
  await user.click(screen.getByRole('button', { name: 'Use these topics' }));
  expect(screen.getByRole('combobox', { name: 'Level' })).toHaveProperty('value', 'senior');
  expect(screen.getByRole('radio', { name: 'Chosen topics' })).toHaveProperty('checked', true);
});

test('on the day fragile points are said aloud, nothing is graded, and it comes to an end', async () => {
  await answered('q-one');
  const log = await db.events.toArray();
  await writeCampaign(db, { ...ahead, date: studyDay(TODAY) }, deviceId(1), 1);
  const user = renderApp(`/plan/${ahead.id}/day`, db);
  await screen.findByRole('heading', { level: 1, name: 'Warm up' });
  let rounds = 0;
  for (; rounds < 20 && !screen.queryByRole('heading', { name: 'You are warm' }); rounds += 1) {
    const show = screen.queryByRole('button', { name: 'Show' });
    if (show) await user.click(show);
    await user.click(await screen.findByRole('button', { name: 'Next' }));
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: /^(?:Show|Next)$/u }) ??
          screen.queryByRole('heading', { name: 'You are warm' }),
      ).not.toBeNull(),
    );
  }
  expect(rounds).toBeGreaterThan(0);
  expect(await db.events.toArray()).toEqual(log);
});

test('what was asked is matched to the bank, counts more in the interviews ahead, and can be taken away', async () => {
  const past = { ...ahead, id: 'c-past' as never, date: studyDay(TODAY - 1), company: 'Quay' };
  await writeCampaign(db, past, deviceId(1), 1);
  await writeCampaign(db, ahead, deviceId(1), 1);
  const user = renderApp('/', db);
  await user.click(await screen.findByRole('link', { name: 'Tell what was asked' }));
  fireEvent.change(await screen.findByLabelText('What was asked'), { target: { value: 'q-three' } });
  const offers = await screen.findByRole('group', { name: 'Is it one of these?' });
  const [offer] = within(offers).getAllByRole('button');
  if (offer) await user.click(offer);
  await user.click(screen.getByRole('radio', { name: 'Badly' }));
  await user.click(screen.getByRole('button', { name: 'Keep this question' }));
  await screen.findByRole('heading', { name: 'Told so far' });
  const [told, next] = await readCampaigns(db);
  const [asked] = told?.asked ?? [];
  expect(asked).toMatchObject({ text: 'q-three', went: 'badly' });
  await waitFor(async () => expect((await readCampaigns(db))[1]?.emphasis).toEqual({ [String(asked?.item)]: 3 }));
  expect(next?.asked).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Remove: q-three' }));
  await waitFor(async () => expect((await readCampaigns(db))[0]?.asked).toEqual([]));
});
