// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { forgetJobs } from '#pages/settings/jobs.ts';
import type { SettingKey } from '#review/settings.ts';
import type { LamplightDb } from '#storage/database.ts';
import { setting } from '../../support/arbitrary-settings.ts';
import { deviceId, reviewed } from '../../support/builders.ts';
import { dump } from '../../support/dump.ts';
import { recordLog } from '../../support/recorded-log.ts';
import { renderApp } from '../../support/render-app.tsx';
import { openTestDb } from '../../support/test-db.ts';

afterEach(forgetJobs);

async function open(prepare: (db: LamplightDb) => Promise<unknown> = () => Promise.resolve()) {
  const { db } = await openTestDb();
  await prepare(db);
  const user = renderApp('/settings', db);
  await screen.findByRole('heading', { name: 'Scheduling' });
  const stored = async (key: SettingKey) => (await db.settings.get(key))?.value;
  return { db, user, stored };
}

test('it has a part for each thing that can be set, and for the data', async () => {
  await open();
  expect(screen.getByRole('heading', { level: 1, name: 'Settings' })).toBeDefined();
  for (const name of ['Scheduling', 'Reviewing', 'Appearance', 'Data', 'About']) {
    expect(screen.getByRole('region', { name })).toBeDefined();
  }
});

test('a change is written at once, with this device, and said', async () => {
  const { db, user } = await open();
  await user.click(screen.getByRole('button', { name: 'More: New cards a day' }));
  await waitFor(async () =>
    expect(await db.settings.get('newPerDay')).toMatchObject({ value: 9, device: deviceId(9) }),
  );
  expect((await screen.findAllByText('Saved on this device')).length).toBeGreaterThan(0);
});

test('quick presses all count, though each is written by itself', async () => {
  const { user, stored } = await open();
  const more = screen.getByRole('button', { name: 'More: New cards a day' });
  await Promise.all([1, 2, 3, 4].map(() => user.click(more)));
  expect(screen.getByRole('spinbutton', { name: 'New cards a day' })).toHaveProperty('value', '12');
  await waitFor(async () => expect(await stored('newPerDay')).toBe(12));
});

test('a press wins over a setting that a device with a fast clock wrote', async () => {
  const future = Date.now() + 90_000_000;
  const { db, user } = await open((fresh) => fresh.settings.put(setting('swipes', false, future, 2)));
  await user.click(screen.getByRole('switch', { name: 'Swipes' }));
  await waitFor(async () => expect(await db.settings.get('swipes')).toMatchObject({ value: true, atMs: future + 1 }));
  expect(screen.getByRole('switch', { name: 'Swipes' })).toHaveProperty('checked', true);
});

test('what another tab sets is shown', async () => {
  const { db } = await open();
  await db.settings.put(setting('againMinutes', 42, Date.now(), 2));
  await waitFor(() => expect(screen.getByRole('spinbutton', { name: 'Again after' })).toHaveProperty('value', '42'));
});

test('a change that could not be written is taken back, and says what to do', async () => {
  const { db, user } = await open();
  const fail = (): void => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  db.settings.hook('creating', fail);
  await user.click(screen.getByRole('switch', { name: 'Spread due dates' }));
  expect((await screen.findAllByText(/Not stored: this device is full/u)).length).toBeGreaterThan(0);
  expect(screen.getByRole('switch', { name: 'Spread due dates' })).toHaveProperty('checked', true);
  db.settings.hook('creating').unsubscribe(fail);
});

test('the desired retention says what it costs', async () => {
  const { user, stored } = await open();
  const field = screen.getByRole('spinbutton', { name: 'Desired retention' });
  await user.clear(field);
  await user.type(field, '95{Enter}');
  expect(await screen.findByText(/still know about 95\. Intervals are 2\.5 times shorter/u)).toBeDefined();
  await waitFor(async () => expect(await stored('desiredRetention')).toBe(0.95));
});

test('a number that does not fit is kept as typed, explained, and not stored', async () => {
  const { db, user } = await open();
  const field = screen.getByRole('spinbutton', { name: 'Reviews a day' });
  await user.clear(field);
  await user.type(field, '6000');
  await user.tab();
  expect(
    await screen.findByText(/^Write a whole number from 0 to 5,000\. Until then it stays at 100\.$/u),
  ).toBeDefined();
  expect(field).toHaveProperty('value', '6000');
  expect(await db.settings.count()).toBe(0);
});

test('choices among a few are kept: grade buttons, letters, theme', async () => {
  const { user, stored } = await open();
  await user.click(screen.getByRole('radio', { name: 'Two' }));
  await user.click(screen.getByRole('switch', { name: 'Single-letter keys' }));
  await user.click(screen.getByRole('radio', { name: 'High contrast, dark' }));
  await waitFor(async () => {
    expect(await stored('gradeButtons')).toBe('two');
    expect(await stored('singleKeys')).toBe(false);
    expect(await stored('theme')).toBe('contrast-dark');
  });
  await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('contrast-dark'));
});

test('new questions are counted from the bank, and at which pace they end', async () => {
  const { user } = await open((db) => recordLog(db, [reviewed(1)]));
  expect(await screen.findByText('2 questions of the bank are new to you: 1 day at this pace.')).toBeDefined();
  const field = screen.getByRole('spinbutton', { name: 'New cards a day' });
  await user.clear(field);
  await user.type(field, '1{Enter}');
  expect(await screen.findByText('2 questions of the bank are new to you: 2 days at this pace.')).toBeDefined();
});

test('a new beginning of the day is asked about, and moves what was reviewed between the two hours', async () => {
  const night = reviewed(1, { atMs: Date.UTC(2026, 10, 22, 2, 30), offsetMinutes: 0, due: { kind: 'days', days: 5 } });
  const { db, user, stored } = await open((fresh) => recordLog(fresh, [night]));
  const before = await db.cards.get(night.card);
  const hour = screen.getByRole('combobox', { name: 'Day begins at' });

  await user.selectOptions(hour, '01:00');
  const dialog = await screen.findByRole('dialog', { name: 'Begin the day at 01:00?' });
  expect(within(dialog).getByText(/between 01:00 and 04:00/u)).toBeDefined();
  const untouched = await dump(db);
  await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  expect(await dump(db)).toEqual(untouched);
  expect(hour).toHaveProperty('value', '4');

  await user.selectOptions(hour, '01:00');
  await user.click(await screen.findByRole('button', { name: 'Change and rebuild' }));
  await waitFor(async () => expect(await stored('rolloverHour')).toBe(1));
  const after = await db.cards.get(night.card);
  expect(after?.lastDay).toBe((before?.lastDay ?? 0) + 1);
  expect((after?.dueDay ?? 0) - (after?.lastDay ?? 0)).toBe(5);
  await waitFor(() => expect(hour).toHaveProperty('value', '1'));
});

test('about says versions, licences and what the bank holds', async () => {
  await open();
  const about = screen.getByRole('region', { name: 'About' });
  expect(
    await within(about).findByText(/3 questions, 1 error, 1 snippet, 1 sheet, 1 path; version [0-9a-f]{8}/u),
  ).toBeDefined();
  expect(within(about).getByText(/version \d+\.\d+\.\d+, MIT licence/u)).toBeDefined();
  const link = within(about).getByRole('link', { name: 'described for other programs' });
  expect(link.getAttribute('href')).toBe('/schema/backup-v1.json');
});
