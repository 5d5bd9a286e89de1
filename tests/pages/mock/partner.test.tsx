// @vitest-environment jsdom
/** The sheet of the one who asks: what is pressed can be taken back, and another tab that writes on it is followed. */
import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { mockQuery } from '#mock/link.ts';
import { DEFAULT_MOCK } from '#mock/settings.ts';
import type { LamplightDb } from '#storage/database.ts';
import { changeSheet, dropSheet, readSheet } from '#storage/partner-sheets.ts';
import { itemId, pointId } from '../../support/builders.ts';
import { renderApp } from '../../support/render-app.tsx';
import { openTestDb } from '../../support/test-db.ts';

const QUERY = mockQuery({ ...DEFAULT_MOCK, draw: 'same', items: ['q-one', 'q-two'].map(itemId) });

const OTHER = mockQuery({ ...DEFAULT_MOCK, draw: 'same', items: ['q-two'].map(itemId) });

async function goTo(query: string, title: string): Promise<void> {
  window.history.pushState(null, '', `/mock/partner?${query}`);
  window.dispatchEvent(new PopStateEvent('popstate'));
  await screen.findByRole('heading', { name: title });
}

async function open(db: LamplightDb) {
  const person = renderApp(`/mock/partner?${QUERY}`, db);
  await screen.findByRole('heading', { name: 'What is q-one?' });
  return person;
}

async function stored(db: LamplightDb) {
  const found = await readSheet(db, QUERY);
  if (!found) throw new Error('No sheet is stored.');
  return found;
}

test('who said too early that it was asked takes that back, and nothing of the question is handed over', async () => {
  const { db } = await openTestDb();
  const person = await open(db);
  expect(screen.queryByRole('button', { name: 'Not asked after all' })).toBeNull();
  await person.click(screen.getByRole('button', { name: 'I have asked it: start the clock' }));
  await person.click(screen.getByRole('checkbox', { name: /c1/u }));
  await person.click(screen.getByRole('button', { name: 'Not asked after all' }));
  expect(document.activeElement?.textContent).toBe('I have asked it: start the clock');
  expect(await screen.findByText(/^Not asked: what stands here is kept/u)).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /c1/u }).checked).toBe(true);
  await waitFor(async () =>
    expect((await stored(db)).sheet).toMatchObject({ asking: null, drafts: [{ answered: false }, {}] }),
  );
  await person.click(screen.getByRole('button', { name: 'End here' }));
  expect(await screen.findByText('Nothing was asked yet, so there is nothing to hand over.')).toBeTruthy();
});

test('what another tab writes on the sheet stands here at once, and nothing of either is lost', async () => {
  const { db } = await openTestDb();
  const person = await open(db);
  await person.type(screen.getByRole('textbox', { name: 'Your notes for your partner' }), 'Calm.');
  await waitFor(async () => expect((await stored(db)).sheet.drafts[0]?.notes).toBe('Calm.'));
  const input = { type: 'ticked', place: 0, point: pointId('c2') } as const;
  await changeSheet(db, QUERY, await stored(db), [input], Date.now());
  const theirs = screen.getByRole<HTMLInputElement>('checkbox', { name: /c2/u });
  await waitFor(() => expect(theirs.checked).toBe(true));
  await person.click(screen.getByRole('checkbox', { name: /c1/u }));
  await waitFor(async () => {
    const [draft] = (await stored(db)).sheet.drafts;
    expect([Object.keys(draft?.ticked ?? {}).toSorted(), draft?.notes]).toEqual([['c1', 'c2'], 'Calm.']);
  });
  await dropSheet(db, QUERY);
  await waitFor(() => expect(theirs.checked).toBe(false));
});

test('a step that cannot be stored stays on the sheet, is told there alone, and is stored with the next one', async () => {
  const { db } = await openTestDb();
  const person = await open(db);
  const put = vi.spyOn(db.local, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
  await person.click(screen.getByRole('checkbox', { name: /c1/u }));
  expect(await screen.findByText(/^Not stored/u)).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /c1/u }).checked).toBe(true);
  await goTo(OTHER, 'What is q-two?');
  expect(screen.queryByText(/^Not stored/u)).toBeNull();
  await goTo(QUERY, 'What is q-one?');
  expect(screen.getByText(/^Not stored/u)).toBeTruthy();
  put.mockRestore();
  await person.click(screen.getByRole('checkbox', { name: /c2/u }));
  await waitFor(async () => expect(Object.keys((await stored(db)).sheet.drafts[0]?.ticked ?? {})).toHaveLength(2));
  expect(screen.queryByText(/^Not stored/u)).toBeNull();
});
