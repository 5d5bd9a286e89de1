// @vitest-environment jsdom
/** Limits, order, steps, days, what a retention costs, and weights that are learnt. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetJobs } from '#pages/settings/jobs.ts';
import { DEFAULT_PARAMETERS } from '#memory/scheduler.ts';
import type { SettingKey } from '#review/settings.ts';
import { readOverride } from '#storage/day-plan.ts';
import type { LamplightDb } from '#storage/database.ts';
import { readWeightsHistory } from '#storage/weights-history.ts';
import { setting } from '../../support/arbitrary-settings.ts';
import { itemId, reviewed, studyDay } from '../../support/builders.ts';
import { recordLog } from '../../support/recorded-log.ts';
import { renderApp, stopCalendar } from '../../support/render-app.tsx';
import { openTestDb } from '../../support/test-db.ts';

const TODAY = studyDay(Date.UTC(2026, 10, 22) / 86_400_000);

let db: LamplightDb;

beforeEach(async () => {
  ({ db } = await openTestDb());
  stopCalendar('2026-11-22T09:00:00');
});
afterEach(forgetJobs);

const stored = async (key: SettingKey) => (await db.settings.get(key))?.value;

async function open() {
  const user = renderApp('/settings', db);
  await screen.findByRole('heading', { name: 'Scheduling' });
  return user;
}

test('the order of reviews and the place of new cards are chosen with a word on each', async () => {
  const user = await open();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Order of reviews' }), 'Topic by topic');
  expect(await screen.findByText(/what is mixed is remembered longer/u)).toBeDefined();
  await user.selectOptions(screen.getByRole('combobox', { name: 'New cards come' }), 'After the reviews');
  await waitFor(async () => expect([await stored('reviewOrder'), await stored('newMix')]).toEqual(['topic', 'last']));
});

test('steps are written as minutes, and what is none is told and not stored', async () => {
  await open();
  const field = screen.getByRole('textbox', { name: 'Steps of a new question' });
  fireEvent.change(field, { target: { value: '1, 10' } });
  fireEvent.blur(field);
  await waitFor(async () => expect(await stored('learningSteps')).toEqual([1, 10]));
  fireEvent.change(field, { target: { value: 'soon' } });
  fireEvent.blur(field);
  expect(await screen.findByText(/up to six whole numbers of minutes/u)).toBeDefined();
  expect(await stored('learningSteps')).toEqual([1, 10]);
});

test('two steps of the same minutes are not taken, since a card could not tell them apart', async () => {
  await open();
  const field = screen.getByRole('textbox', { name: 'Steps of a forgotten one' });
  fireEvent.change(field, { target: { value: '10 10' } });
  fireEvent.blur(field);
  expect(await screen.findByText(/no two alike/u)).toBeDefined();
  expect(await stored('relearningSteps')).toBeUndefined();
});

test('easy weekdays and holidays are kept, and a holiday can be taken away', async () => {
  const user = await open();
  await user.click(screen.getByRole('button', { name: 'Sat' }));
  await waitFor(async () => expect(await stored('easyWeekdays')).toEqual([6]));
  const described = document.getElementById(screen.getByLabelText('Holidays').getAttribute('aria-describedby') ?? '');
  expect(described?.textContent).toMatch(/^Nothing that you grade from now on falls due/u);
  fireEvent.change(screen.getByLabelText('Holidays'), { target: { value: '2026-12-24' } });
  await user.click(screen.getByRole('button', { name: 'Add day' }));
  await waitFor(async () => expect(await stored('holidays')).toEqual([TODAY + 32]));
  await user.click(await screen.findByRole('button', { name: /^Remove Thu/u }));
  await waitFor(async () => expect(await stored('holidays')).toEqual([]));
});

test('weights that could not be put in force since the settings could not be read are told, and nothing has changed', async () => {
  await db.settings.put(setting('weights', DEFAULT_PARAMETERS.weights));
  const user = await open();
  await screen.findByRole('button', { name: 'Use the published ones' });
  const read = vi.spyOn(db.settings, 'get').mockRejectedValueOnce(new DOMException('not now', 'UnknownError'));
  await user.click(screen.getByRole('button', { name: 'Use the published ones' }));
  expect(await screen.findByText('That did not work')).toBeDefined();
  read.mockRestore();
  expect(await stored('weights')).toEqual(DEFAULT_PARAMETERS.weights);
  await user.click(screen.getByRole('button', { name: 'Use the published ones' }));
  await waitFor(async () => expect(await stored('weights')).toBeNull());
});

test('a setting whose time an earlier version took in and no clock shows can be changed', async () => {
  await db.settings.put(setting('newMix', 'last', 9e15, 2));
  const user = await open();
  await user.selectOptions(screen.getByRole('combobox', { name: 'New cards come' }), 'Before the reviews');
  await waitFor(async () => expect(await stored('newMix')).toBe('first'));
  expect((await db.settings.get('newMix'))?.atMs).toBe(Date.now());
});

test('limits of today alone leave the settings as they are', async () => {
  const user = await open();
  await user.click(await screen.findByRole('button', { name: 'More: New cards today' }));
  await waitFor(async () => expect(await readOverride(db, TODAY)).toEqual({ newCards: 9 }));
  expect(await stored('newPerDay')).toBeUndefined();
});

test('what each retention costs is computed on request, and one of them can be set', async () => {
  const user = await open();
  await user.click(screen.getByRole('button', { name: 'Show what each would cost' }));
  const table = await screen.findByRole('table');
  expect(within(table).getAllByRole('row')).toHaveLength(9);
  await user.click(within(table).getByRole('button', { name: 'Set 85%' }));
  await waitFor(async () => expect(await stored('desiredRetention')).toBe(0.85));
});

test('a topic is given a retention of its own with what it costs, and loses it again', async () => {
  const user = await open();
  await user.click(await screen.findByText('Topics with their own'));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Add a topic' }), 'All of Web');
  await waitFor(async () => expect(await stored('topicRetention')).toEqual({ web: 0.9 }));
  const [, ofTopic] = screen.getAllByRole('button', { name: 'Show what each would cost' });
  await user.click(ofTopic!);
  const table = await screen.findByRole('table', { name: 'Web' });
  await user.click(within(table).getByRole('button', { name: 'Set 95%' }));
  await waitFor(async () => expect(await stored('topicRetention')).toEqual({ web: 0.95 }));
  await user.click(screen.getByRole('button', { name: 'As everywhere: Web' }));
  await waitFor(async () => expect(await stored('topicRetention')).toEqual({}));
});

test('with few answers nothing is learnt, and it says how many it takes', async () => {
  await recordLog(db, [reviewed(1)]);
  const user = await open();
  await user.click(screen.getByRole('button', { name: 'Learn from my answers' }));
  expect((await screen.findAllByText(/from 400 on it is worth trying/u)).length).toBeGreaterThan(0);
  expect(screen.queryByRole('button', { name: 'Use these' })).toBeNull();
});

test('weights that foretell better are offered, taken by a press, and brought back by another', async () => {
  const DAY = 86_400_000;
  // Somebody who forgets each question that is not asked within days.
  const events = Array.from({ length: 700 }, (_, n) => {
    const [card, round] = [n % 140, Math.floor(n / 140)];
    const grade = round > 0 && (card + round) % 3 > 0 ? 1 : 3;
    return reviewed(n, { item: itemId(`q-${card}`), grade, atMs: 1_700_000_000_000 + round * 4 * DAY + card * 60_000 });
  });
  await db.events.bulkAdd(events);
  const user = await open();
  await user.click(screen.getByRole('button', { name: 'Learn from my answers' }));
  await user.click(await screen.findByRole('button', { name: 'Use these' }));
  await waitFor(async () => expect(await stored('weights')).toHaveLength(21));
  expect(await stored('weights')).not.toEqual(DEFAULT_PARAMETERS.weights);
  await user.click(await screen.findByText('What was in force before'));
  await user.click(await screen.findByRole('button', { name: 'Bring back' }));
  await waitFor(async () => expect(await stored('weights')).toBeNull());
  expect(await readWeightsHistory(db)).toHaveLength(2);
});

test('weights are in force though those of before could not be remembered, which is told', async () => {
  await db.settings.put(setting('weights', DEFAULT_PARAMETERS.weights));
  const user = await open();
  const put = db.settings.put.bind(db.settings);
  vi.spyOn(db.settings, 'put').mockImplementation((row) => {
    if (row.key?.startsWith('weights:')) throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    return put(row);
  });
  await user.click(screen.getByRole('button', { name: 'Use the published ones' }));
  expect(await screen.findByText(/^In force\. .*could not be remembered: this device is full\.$/u)).toBeDefined();
  expect(await stored('weights')).toBeNull();
  expect(screen.getByRole('button', { name: 'Learn from my answers' }).getAttribute('aria-busy')).toBeNull();
});

test('weights that were taken make the scheduler of the next answer', async () => {
  await db.settings.put(
    setting(
      'weights',
      DEFAULT_PARAMETERS.weights.map((weight, index) => (index < 4 ? weight / 2 : weight)),
    ),
  );
  await open();
  expect(screen.getByText(/learnt from your own answers/u)).toBeDefined();
  expect(screen.getByText(/comes back after 1, /u)).toBeDefined();
});
