// @vitest-environment jsdom
/** The run of a mock on screen: its keys, its pause, its grading, and what it says when a step cannot be stored. */
import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { reduceRun } from '#mock/reduce-run.ts';
import { readMockHistory } from '#storage/mock-history.ts';
import { discardMockRun, readMockRun, readMockWriter, saveMockRun, takeMockRun } from '#storage/mock-run.ts';
import type { LamplightDb } from '#storage/database.ts';
import { address, renderApp } from '../../support/render-app.tsx';
import { question } from '../../support/item-builders.ts';
import { openTestDb } from '../../support/test-db.ts';
import { findStart } from './start.ts';
import { pointId } from '../../support/builders.ts';

async function begin(db: LamplightDb, query: string) {
  const person = renderApp(`/mock?${query}`, db);
  await person.click(await findStart());
  await screen.findByRole('button', { name: 'Start speaking' });
  return person;
}

test('goes by keys from the question to the report', async () => {
  const { db } = await openTestDb([question('q-one')]);
  const person = await begin(db, 'count=1');
  await person.keyboard(' ');
  await screen.findByRole('button', { name: 'I have finished' });
  await person.keyboard('{Enter}');
  await screen.findByRole('heading', { name: 'How much of what counts did you say?' });
  await person.keyboard('{Enter}');
  expect(await screen.findByRole('button', { name: 'None of these was said, go on' })).toBeTruthy();
  await person.keyboard('12');
  await person.keyboard('2');
  const boxes = screen.getAllByRole<HTMLInputElement>('checkbox');
  expect(boxes.slice(0, 2).map(({ checked }) => checked)).toEqual([true, false]);
  await person.click(screen.getByRole('button', { name: 'Score it, go on' }));
  expect(await screen.findByRole('heading', { name: 'What to do next' })).toBeTruthy();
  const { mocks } = await readMockHistory(db);
  expect(address()).toBe(`/mock/${mocks[0]?.id}`);
  expect(mocks[0]?.record.answers[0]).toMatchObject({ item: 'q-one', guess: 50, outcome: 'graded' });
});

test('Space chooses a step of an axis that is not judged yet, and scores nothing by it', async () => {
  const { db } = await openTestDb([question('q-one')]);
  const person = await begin(db, 'count=1');
  await person.keyboard(' ');
  await screen.findByRole('button', { name: 'I have finished' });
  await person.keyboard(' ');
  await person.click(await screen.findByRole('button', { name: 'Keep this guess' }));
  await person.click(await screen.findByText('Judge it as an interviewer'));
  const [step] = screen.getAllByRole<HTMLInputElement>('radio', { name: 'Strong no' });
  step?.focus();
  await person.keyboard(' ');
  expect(step?.checked).toBe(true);
  await waitFor(async () =>
    expect((await readMockRun(db))?.drafts[0]).toMatchObject({ outcome: 'open', axes: { structure: 0 } }),
  );
});

test('a pause stops the clock and holds the question', async () => {
  const { db } = await openTestDb([question('q-one')]);
  const person = await begin(db, 'count=1');
  await person.keyboard('p');
  expect(await screen.findByText(/^Paused\. The clock stands still/u)).toBeTruthy();
  await waitFor(async () => expect((await readMockRun(db))?.sinceMs).toBeNull());
  await person.click(screen.getAllByRole('button', { name: 'Go on' })[0] ?? document.body);
  expect(await screen.findByRole('button', { name: 'Start speaking' })).toBeTruthy();
  expect((await readMockRun(db))?.pauses).toMatchObject([{ kind: 'pause' }]);
});

test('notes are kept with every letter and stand beside the answer', async () => {
  const { db } = await openTestDb([question('q-one')]);
  const person = await begin(db, 'count=1');
  await person.keyboard('n');
  await person.type(await screen.findByRole('textbox', { name: 'Notes' }), 'Two receivers');
  await waitFor(async () => expect((await readMockRun(db))?.drafts[0]?.notes).toBe('Two receivers'));
  await person.click(screen.getByRole('button', { name: 'Close' }));
  await person.click(screen.getByRole('button', { name: 'Start speaking' }));
  await person.click(await screen.findByRole('button', { name: 'I have finished' }));
  await person.click(await screen.findByRole('button', { name: 'Rather not guess' }));
  expect(await screen.findByText('Two receivers')).toBeTruthy();
});

test.each(['format=ladder&count=1', 'format=panel&count=1'])(
  '%s asks about what was not spoken to, and counts what then came as prompted',
  async (query) => {
    const followUps = [{ ask: 'And the second one?', points: [pointId('c2')], see: [] }];
    const { db } = await openTestDb([question('q-one', { followUps })]);
    const person = await begin(db, query);
    await person.click(screen.getByRole('button', { name: 'Start speaking' }));
    await person.click(await screen.findByRole('button', { name: 'I have finished' }));
    await person.click(await screen.findByRole('button', { name: 'Keep this guess' }));
    await person.click(await screen.findByRole('checkbox', { name: 'Why c1?' }));
    await person.click(screen.getByRole('button', { name: 'Go on' }));
    expect(await screen.findByRole('heading', { name: 'And the second one?' })).toBeTruthy();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await person.click(screen.getByRole('button', { name: 'I have finished' }));
    const [first, second] = await screen.findAllByRole<HTMLInputElement>('checkbox');
    expect([first?.checked, second?.checked]).toEqual([true, false]);
    await person.click(second ?? document.body);
    await person.click(screen.getByRole('button', { name: 'Score it, go on' }));
    await screen.findByRole('heading', { name: 'What to do next' });
    const [mock] = (await readMockHistory(db)).mocks;
    expect(mock?.record.answers[0]?.points.slice(0, 2).map(({ heard }) => heard)).toEqual(['said', 'prompted']);
    expect((await db.events.toArray())[0]).toMatchObject({ type: 'reviewed', hinted: true, grade: 2 });
  },
);

test('a step that cannot be stored is kept, said, and tried again', async () => {
  const { db } = await openTestDb([question('q-one')]);
  const person = await begin(db, 'count=1');
  const put = vi.spyOn(db.runs, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
  await person.keyboard(' ');
  expect(await screen.findByText(/this device is full/u)).toBeTruthy();
  expect((await readMockRun(db))?.stage).toBe('think');
  put.mockRestore();
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(async () => expect((await readMockRun(db))?.stage).toBe('speak'));
  expect(screen.queryByText(/this device is full/u)).toBeNull();
});

test('who ends a mock before the first answer keeps nothing', async () => {
  const { db } = await openTestDb([question('q-one')]);
  const person = await begin(db, 'count=1');
  await person.click(screen.getByRole('button', { name: 'End mock' }));
  expect(await screen.findByText('Nothing is answered yet, so nothing would be kept.')).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'End it now' }));
  expect(await screen.findByRole('button', { name: 'Start mock' })).toBeTruthy();
  expect([await readMockRun(db), await db.events.count()]).toEqual([null, 0]);
});

test('an empty mock that cannot be forgotten says so, and is forgotten by another press', async () => {
  const { db } = await openTestDb([question('q-one')]);
  const person = await begin(db, 'count=1');
  const refused = vi.spyOn(db.runs, 'delete').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
  await person.click(screen.getByRole('button', { name: 'End mock' }));
  await person.click(await screen.findByRole('button', { name: 'End it now' }));
  expect(await screen.findByText(/^Not stored/u)).toBeTruthy();
  refused.mockRestore();
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('button', { name: 'Start mock' })).toBeTruthy();
  expect(await readMockRun(db)).toBeNull();
});

test('who ends a mock while answering is told that this answer is still graded', async () => {
  const { db } = await openTestDb([question('q-one'), question('q-two')]);
  const person = await begin(db, 'count=2');
  await person.click(screen.getByRole('button', { name: 'Start speaking' }));
  await screen.findByRole('button', { name: 'I have finished' });
  await person.click(screen.getByRole('button', { name: 'End mock' }));
  expect(await screen.findByText(/^1 question of it would be graded and kept/u)).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'End it now' }));
  expect(await screen.findByRole('button', { name: 'None of these was said, go on' })).toBeTruthy();
});

async function taken(db: LamplightDb) {
  const run = await takeMockRun(db, 'other');
  if (!run) throw new Error('No mock is under way.');
  return run;
}

test('a step on a page that another tab took over from says so, and changes nothing of what that one stored', async () => {
  const { db } = await openTestDb([question('q-one'), question('q-two')]);
  const person = await begin(db, 'count=2');
  const ahead = reduceRun(await taken(db), { type: 'skipped', nowMs: Date.now() });
  await saveMockRun(db, ahead, 'other');
  await person.keyboard(' ');
  expect(await screen.findByRole('heading', { name: 'This mock goes on in another tab' })).toBeTruthy();
  expect(await readMockRun(db)).toEqual(ahead);
  await person.click(screen.getByRole('button', { name: 'Go on here instead' }));
  expect(await screen.findByRole('progressbar', { name: 'Question 2 of 2' })).toBeTruthy();
});

test('a page whose mock another tab has ended says so, and leads to what was kept', async () => {
  const { db } = await openTestDb([question('q-one')]);
  const person = await begin(db, 'count=1');
  await discardMockRun(db, (await readMockWriter(db)) ?? '');
  expect(await screen.findByRole('heading', { name: 'This mock was ended in another tab' })).toBeTruthy();
  await person.click(screen.getByRole('link', { name: 'To your mocks' }));
  expect(await screen.findByRole('button', { name: 'Start mock' })).toBeTruthy();
});

test('an address without a mock under way leads to the set-up', async () => {
  const { db } = await openTestDb();
  renderApp('/mock/run', db);
  expect(await screen.findByRole('heading', { name: 'No mock is under way' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Set one up' }).getAttribute('href')).toBe('/mock');
});

test('a mock that could not be read is read anew by Try again', async () => {
  const { db } = await openTestDb([question('q-one')]);
  vi.spyOn(db, 'transaction').mockRejectedValueOnce(new DOMException('not now', 'UnknownError'));
  const person = renderApp('/mock/run', db);
  await person.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'No mock is under way' })).toBeTruthy();
});
