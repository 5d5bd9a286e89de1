// @vitest-environment jsdom
/** Setting a mock up: the address is the set-up, and the draw says what the bank can give. */
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { address, renderApp } from '../../support/render-app.tsx';
import { openTestDb } from '../../support/test-db.ts';
import { findStart } from './start.ts';
import { readMockHistory } from '#storage/mock-history.ts';
import { readMockRun } from '#storage/mock-run.ts';
import { linkTroubleInWords, settingsInWords } from '#pages/mock/setup/words.ts';
import { DEFAULT_MOCK } from '#mock/settings.ts';
import { itemId } from '../../support/builders.ts';

test('starts with what is usual, and goes to the run', async () => {
  const { db } = await openTestDb();
  const person = renderApp('/mock', db);
  expect(await screen.findByRole('heading', { name: 'Mock interview' })).toBeTruthy();
  await person.click(await findStart());
  expect(await screen.findByRole('button', { name: 'Start speaking' })).toBeTruthy();
  expect(address()).toBe('/mock/run');
  const run = await readMockRun(db);
  expect(run?.drafts.length).toBe(3);
});

test('keeps every choice in the address', async () => {
  const { db } = await openTestDb();
  const person = renderApp('/mock?seed=abc', db);
  await person.click(await screen.findByRole('radio', { name: /Rapid fire/u }));
  await person.click(screen.getByRole('radio', { name: '15' }));
  await person.click(screen.getByRole('radio', { name: 'Senior' }));
  await person.click(screen.getByRole('button', { name: 'Web' }));
  const params = new URLSearchParams(address().split('?')[1]);
  expect(Object.fromEntries(params)).toEqual({
    format: 'rapid',
    topics: 'web',
    tiers: 'mid,senior:3,expert',
    minutes: '15',
    grading: 'end',
    seed: 'abc',
  });
});

test('says what the bank cannot give, and starts nothing that has no question', async () => {
  const { db } = await openTestDb();
  renderApp('/mock?format=panel&count=5', db);
  expect(await screen.findByText('The bank has 3 of this where 5 would fit. The mock is shorter.')).toBeTruthy();
  screen.getByRole('radio', { name: /Behavioural/u }).click();
  expect(await screen.findByText(/The bank has no question of this/u)).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Start mock' }).disabled).toBe(true);
});

test('counts ladders by what is climbed: a whole domain is one, whatever its topics', async () => {
  const { db } = await openTestDb();
  renderApp('/mock?format=ladder&topics=web&count=1', db);
  expect(await screen.findByText('1 ladder of up to four rungs. It ends by itself.')).toBeTruthy();
});

test('asks one question that an item page sends, and can be set free of it', async () => {
  const { db } = await openTestDb();
  const person = renderApp('/mock?q=q-two', db);
  expect(await screen.findByRole('heading', { name: 'What is q-two?' })).toBeTruthy();
  expect(screen.queryByRole('radio')).toBeNull();
  expect(await screen.findByText('1 question, about 2 minutes of answers, and grading in between.')).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'Set up another one' }));
  expect(await screen.findByRole('radio', { name: /Panel/u })).toBeTruthy();
});

test('leads back to a mock that was left in the middle', async () => {
  const { db } = await openTestDb();
  const person = renderApp('/mock?count=2', db);
  await person.click(await findStart());
  await person.click(await screen.findByRole('button', { name: 'Start speaking' }));
  await person.click(screen.getByRole('button', { name: 'End mock' }));
  await person.click(await screen.findByRole('button', { name: 'Leave, go on later' }));
  expect(await screen.findByText(/Panel, 2 questions: 0 of 2 answered/u)).toBeTruthy();
  await person.click(screen.getByRole('link', { name: 'Go on with it' }));
  expect(await screen.findByRole('button', { name: 'I have finished' })).toBeTruthy();
});

test('asks before another mock takes the place of one that is under way, and keeps what was graded of it', async () => {
  const { db } = await openTestDb();
  const person = renderApp('/mock?count=2', db);
  await person.click(await findStart());
  await person.click(await screen.findByRole('button', { name: 'Start speaking' }));
  await person.click(await screen.findByRole('button', { name: 'I have finished' }));
  await person.click(await screen.findByRole('button', { name: 'Rather not guess' }));
  await person.click(await screen.findByRole('button', { name: 'None of these was said, go on' }));
  await person.click(await screen.findByRole('button', { name: 'End mock' }));
  await person.click(await screen.findByRole('button', { name: 'Leave, go on later' }));
  await screen.findByText(/1 of 2 answered/u);
  const first = (await readMockRun(db))?.id;
  await person.click(await findStart());
  const dialog = within(await screen.findByRole('dialog', { name: 'Another mock is under way' }));
  expect(dialog.getByRole('link', { name: 'Go on with it' }).getAttribute('href')).toBe('/mock/run');
  expect((await readMockRun(db))?.id).toBe(first);
  await person.click(dialog.getByRole('button', { name: 'End it, start this one' }));
  await screen.findByRole('button', { name: 'Start speaking' });
  expect((await readMockRun(db))?.id).not.toBe(first);
  const { mocks } = await readMockHistory(db);
  expect(mocks.map(({ id, record }) => [id, record.ended, record.answers.length])).toEqual([[first, 'early', 1]]);
});

test('a ladder is told by the topics that are climbed, every other format by its questions', () => {
  const length = { kind: 'count', count: 2 } as const;
  expect(settingsInWords({ ...DEFAULT_MOCK, format: 'ladder', length }, String)).toBe('Tier ladder, 2 topics');
  expect(settingsInWords({ ...DEFAULT_MOCK, length }, String)).toBe('Panel, 2 questions');
});

test('questions that were given are told by their number, not by a length that nobody asked for', () => {
  const items = ['q-one', 'q-two', 'q-three'].map(itemId);
  expect(settingsInWords({ ...DEFAULT_MOCK, items }, String)).toBe('Panel, 3 questions');
});

test('a length that is not on offer is shown as it is, until another one is chosen', async () => {
  const { db } = await openTestDb();
  const person = renderApp('/mock?minutes=20', db);
  const own = await screen.findByRole<HTMLInputElement>('radio', { name: '20' });
  expect(own.checked).toBe(true);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '30' }).checked).toBe(false);
  await person.click(screen.getByRole('radio', { name: '45' }));
  expect(screen.queryByRole('radio', { name: '20' })).toBeNull();
  expect(address()).toContain('minutes=45');
});

test('says what of a link could not be read, and what the bank has not, until a choice replaces it', async () => {
  const { db } = await openTestDb();
  const person = renderApp('/mock?format=quiz&topics=web,sql/lo', db);
  const told = await screen.findByText(/^Not all of this link could be read: the format\./u);
  expect(told.textContent).toContain('Your bank has no topic “sql/lo”, so nothing of it is asked.');
  await person.click(screen.getByRole('button', { name: 'All topics' }));
  expect(screen.queryByText(/^Not all of this link/u)).toBeNull();
});

test('a strange link is told in few words, however much it says', () => {
  const strange = Array.from({ length: 500 }, (_, index) => `${'x'.repeat(150)}${index}`);
  expect(linkTroubleInWords(['topics', 'length'], strange)?.length).toBeLessThan(500);
  expect(linkTroubleInWords([], ['sql/lo'])).toBe(
    'Your bank has no topic “sql/lo”, so nothing of it is asked. If two people are to get the same interview, ask for the link again.',
  );
  expect(linkTroubleInWords([], [])).toBeUndefined();
});

test('a topic that is not to be asked is no chosen topic, and the last one that is let go of leaves all', async () => {
  const { db } = await openTestDb();
  const person = renderApp('/mock?topics=web,web/tls:0', db);
  const web = await screen.findByRole('button', { name: 'Web' });
  expect(web.getAttribute('aria-pressed')).toBe('true');
  await person.click(web);
  expect(screen.getByRole('button', { name: 'All topics' }).getAttribute('aria-pressed')).toBe('true');
  expect(address()).not.toContain('topics=');
});
