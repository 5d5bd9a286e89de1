// @vitest-environment jsdom
/** The formats of a mock that have a way of their own, each from its start to its report. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { MockRecord } from '#review/mock-record.ts';
import type { LamplightDb } from '#storage/database.ts';
import { readMockHistory } from '#storage/mock-history.ts';
import { readMockRun } from '#storage/mock-run.ts';
import { question } from '../../support/item-builders.ts';
import { renderApp } from '../../support/render-app.tsx';
import { openTestDb } from '../../support/test-db.ts';
import { findStart } from './start.ts';

async function begin(db: LamplightDb, query: string): Promise<UserEvent> {
  const person = renderApp(`/mock?${query}`, db);
  await person.click(await findStart());
  await person.click(await screen.findByRole('button', { name: 'Start speaking' }));
  await screen.findByRole('button', { name: 'I have finished' });
  return person;
}

/** The page is gone, and opened again on what it stored. */
function reload(db: LamplightDb): UserEvent {
  cleanup();
  return renderApp('/mock/run', db);
}

async function recordOf(db: LamplightDb): Promise<MockRecord | undefined> {
  await screen.findByRole('heading', { name: 'What to do next' });
  return (await readMockHistory(db)).mocks[0]?.record;
}

test('rapid fire: every question has exactly a minute, and one that is skipped counts as nothing', async () => {
  const { db } = await openTestDb([question('q-one', { seconds: 30 }), question('q-two', { seconds: 75 })]);
  const person = await begin(db, 'format=rapid&count=2');
  expect(screen.getByRole('timer', { name: 'Question clock' }).textContent).toMatch(/ of 1:00$/u);
  await person.keyboard(' ');
  await person.click(await screen.findByRole('button', { name: 'Keep this guess' }));
  for (const point of await screen.findAllByRole('checkbox')) await person.click(point);
  await person.click(screen.getByRole('button', { name: 'Score it, go on' }));
  await screen.findByRole('button', { name: 'Start speaking' });
  await person.keyboard('s');
  expect((await recordOf(db))?.answers.map(({ outcome }) => outcome)).toEqual(['graded', 'skipped']);
  expect(screen.getByRole('heading', { level: 1, name: '50%' })).toBeTruthy();
});

test('a deep dive: its phases follow each other, and who comes back finds the one that runs', async () => {
  const { db } = await openTestDb([question('q-one', { kind: 'design' })]);
  const phases = async () =>
    (await screen.findAllByRole('listitem')).map((each) => each.getAttribute('aria-current') ?? '').slice(0, 4);
  const person = await begin(db, 'format=deep&count=1');
  expect(await phases()).toEqual(['step', '', '', '']);
  await person.click(screen.getByRole('button', { name: /^On to:/u }));
  await waitFor(async () => expect((await readMockRun(db))?.drafts[0]?.phases).toHaveLength(2));
  const back = reload(db);
  await screen.findByRole('button', { name: 'I have finished' });
  expect(await phases()).toEqual(['', 'step', '', '']);
  await back.click(screen.getByRole('button', { name: /^On to:/u }));
  await back.click(screen.getByRole('button', { name: /^On to:/u }));
  expect(await phases()).toEqual(['', '', '', 'step']);
  expect(screen.queryByRole('button', { name: /^On to:/u })).toBeNull();
  await back.click(screen.getByRole('button', { name: 'End mock' }));
  await back.click(await screen.findByRole('button', { name: 'End it now' }));
  await back.click(await screen.findByRole('button', { name: 'None of these was said, go on' }));
  expect((await recordOf(db))?.answers.map(({ outcome }) => outcome)).toEqual(['graded']);
});

test('behavioural: the four parts of a story stand by while it is told, and a pause is owned up to', async () => {
  const { db } = await openTestDb([question('q-one', { kind: 'behavioural' })]);
  const person = await begin(db, 'format=behavioural&count=1');
  expect(screen.getAllByRole('term').map((part) => part.textContent)).toEqual([
    'Situation',
    'Task',
    'Action',
    'Result',
  ]);
  await person.keyboard('p');
  await screen.findByText(/^Paused\. The clock stands still/u);
  await waitFor(async () => expect((await readMockRun(db))?.pausedAtMs).not.toBeNull());
  const back = reload(db);
  await screen.findByText(/^Paused\. The clock stands still/u);
  await back.keyboard('p');
  await back.click(await screen.findByRole('button', { name: 'I have finished' }));
  await back.click(await screen.findByRole('button', { name: 'Rather not guess' }));
  await back.click((await screen.findAllByRole('checkbox'))[0] ?? document.body);
  await back.click(screen.getByRole('button', { name: 'Score it, go on' }));
  const record = await recordOf(db);
  expect(record?.answers.map(({ outcome }) => outcome)).toEqual(['graded']);
  expect(record?.pauses.length).toBeGreaterThan(0);
  expect(screen.getByText('1 pause')).toBeTruthy();
});
