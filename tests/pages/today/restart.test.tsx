// @vitest-environment jsdom
/** After a long break: a way out in minutes a day, and questions that keep slipping are pointed out. */
import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { cardRow } from '#storage/rows.ts';
import type { LamplightDb } from '#storage/database.ts';
import { setting } from '../../support/arbitrary-settings.ts';
import { learnedCard, studyDay } from '../../support/builders.ts';
import { placeAt, question } from '../../support/item-builders.ts';
import { renderApp, stopCalendar } from '../../support/render-app.tsx';
import { openTestDb } from '../../support/test-db.ts';

const TODAY = studyDay(Date.UTC(2026, 10, 22) / 86_400_000);
const QUESTIONS = Array.from({ length: 60 }, (_, n) => question(`q-${n}`));

async function away(lapses = 0): Promise<LamplightDb> {
  stopCalendar('2026-11-22T09:00:00');
  const { db } = await openTestDb(QUESTIONS);
  const due = { kind: 'day', day: studyDay(TODAY - 10) } as const;
  const rows = QUESTIONS.map(({ id }, n) =>
    cardRow(learnedCard(id, { due, lastDay: studyDay(TODAY - 20), lapses }), placeAt(n)),
  );
  await db.cards.bulkPut(rows);
  return db;
}

test('a backlog is met with days at so many minutes, and one press takes them', async () => {
  const db = await away();
  const user = renderApp('/', db);
  expect(await screen.findByRole('heading', { name: 'A gentle restart' })).toBeDefined();
  expect(screen.getByText('60 cards waiting')).toBeDefined();
  await user.click(screen.getByRole('button', { name: /^20 min: clear / }));
  await waitFor(async () => expect((await db.settings.get('minutesPerDay'))?.value).toBe(20));
  expect(await screen.findByText(/^At 20 minutes a day you are clear /u)).toBeDefined();
});

test('minutes that are taken win against a row from a clock that is ahead, and what cannot be stored is told', async () => {
  const db = await away();
  const aheadMs = Date.now() + 60_000;
  await db.settings.put(setting('minutesPerDay', 45, aheadMs, 2));
  const user = renderApp('/', db);
  const put = vi
    .spyOn(db.settings, 'put')
    .mockRejectedValue(Object.assign(new Error('full'), { name: 'QuotaExceededError' }));
  await user.click(await screen.findByRole('button', { name: /^20 min: clear / }));
  expect(await screen.findByText(/^Not stored: this device is full/u)).toBeDefined();
  put.mockRestore();
  await user.click(screen.getByRole('button', { name: /^20 min: clear / }));
  await waitFor(async () =>
    expect(await db.settings.get('minutesPerDay')).toMatchObject({ value: 20, atMs: aheadMs + 1 }),
  );
});

test('what was forgotten often is listed with what helps', async () => {
  const db = await away(9);
  renderApp('/settings', db);
  expect(await screen.findByRole('heading', { name: 'These keep slipping' })).toBeDefined();
  expect(screen.getAllByText('forgotten 9 times')).toHaveLength(10);
});
