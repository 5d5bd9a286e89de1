// @vitest-environment jsdom
/** The report and the history, from records in the log; and a set-up that follows an interview. */
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createScheduler, DEFAULT_PARAMETERS } from '#memory/scheduler.ts';
import { mockQuery } from '#mock/link.ts';
import { DEFAULT_MOCK } from '#mock/settings.ts';
import type { MockRecord } from '#review/mock-record.ts';
import { DEFAULT_SETTINGS } from '#review/settings.ts';
import type { LamplightDb } from '#storage/database.ts';
import { readMockHistory } from '#storage/mock-history.ts';
import { readMockRun } from '#storage/mock-run.ts';
import { beginStretch, storePart } from '#storage/recordings.ts';
import { takeInMock } from '#storage/mock-finish.ts';
import { writeCampaign } from '#storage/plan-campaigns.ts';
import { campaign } from '../../plan/campaigns.ts';
import { DAY_MS, deviceId, itemId, studyDay } from '../../support/builders.ts';
import { mockAnswer, mockPoint, mockRecord } from '../../support/mock-records.ts';
import { address, renderApp } from '../../support/render-app.tsx';
import { openTestDb } from '../../support/test-db.ts';

const scheduler = createScheduler(DEFAULT_PARAMETERS);
const CONTEXT = {
  device: deviceId(9),
  settings: DEFAULT_SETTINGS,
  context: { scheduler, rolloverHour: 4 },
  policy: { scheduler, againMinutes: 10 },
};
const FIRST = '00000000-0000-7000-8000-000000000001';
const THIRD = '00000000-0000-7000-8000-000000000003';
const SECOND = '00000000-0000-7000-8000-000000000002';

async function keep(db: LamplightDb, id: string, record: MockRecord): Promise<void> {
  expect(await takeInMock(db, id, record, CONTEXT, record.finishedAtMs)).not.toBeNull();
}

const missedC2 = mockAnswer({
  guess: 100,
  points: [mockPoint('c1'), mockPoint('c2', { heard: 'missed' })],
  next: 'Bytes first.',
});

test('a report says what it rests on, what was missing, and what to do next', async () => {
  const { db } = await openTestDb();
  await keep(
    db,
    FIRST,
    mockRecord({ answers: [missedC2, mockAnswer({ item: itemId('q-two'), outcome: 'skipped', points: [] })] }),
  );
  renderApp(`/mock/${FIRST}`, db);
  expect(await screen.findByRole('heading', { name: '25%' })).toBeTruthy();
  expect(screen.getByText(/It rests on 2 answers and 1 of 2 core points\./u)).toBeTruthy();
  expect(await screen.findByRole('link', { name: 'The c2 holds for every request that arrives' })).toBeTruthy();
  const next = screen.getByRole('heading', { name: 'What to do next' }).closest('section') ?? document.body;
  expect(
    within(next)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href')),
  ).toEqual(['/q/q-two', expect.stringContaining('/practice?'), expect.stringContaining('format=ladder')]);
  expect(screen.getByText(/You believed you had said 100% of the core; it was 50%/u)).toBeTruthy();
});

test('a next step that is a mock starts with one press, asks first where another is under way, and can be changed before', async () => {
  const { db } = await openTestDb();
  const setup = mockQuery({ ...DEFAULT_MOCK, items: [itemId('q-one'), itemId('q-two')] });
  await keep(db, FIRST, mockRecord({ setup, answers: [mockAnswer({ points: [mockPoint('c1')] })] }));
  const person = renderApp(`/mock/${FIRST}`, db);
  await screen.findByRole('button', { name: 'Take a harder one' });
  const change = screen.getAllByRole('link', { name: 'Change it first' }).at(-1);
  expect(change?.getAttribute('href')).toMatch(/^\/mock\?format=panel&count=2&seed=/u);
  const another = screen.getByRole('button', { name: 'Another one like it' });
  await waitFor(() => expect(another.getAttribute('aria-busy')).toBeNull());
  await person.click(another);
  expect(await screen.findByRole('button', { name: 'Start speaking' })).toBeTruthy();
  const run = await readMockRun(db);
  expect(run?.settings).toMatchObject({ items: [], length: { kind: 'count', count: 2 } });
  await person.click(screen.getByRole('button', { name: 'Start speaking' }));
  act(() => window.history.back());
  const again = await screen.findByRole('button', { name: 'Another one like it' });
  await waitFor(() => expect(again.getAttribute('aria-busy')).toBeNull());
  await person.click(again);
  expect(await screen.findByRole('dialog', { name: 'Another mock is under way' })).toBeTruthy();
  expect((await readMockRun(db))?.id).toBe(run?.id);
  await person.click(screen.getByRole('button', { name: 'End it, start this one' }));
  expect(await screen.findByRole('button', { name: 'Start speaking' })).toBeTruthy();
  expect((await readMockRun(db))?.id).not.toBe(run?.id);
});

test('a next step that the bank has nothing for leads to the set-up, which says why', async () => {
  const { db } = await openTestDb();
  const setup = 'format=panel&topics=web/http&count=2&seed=1';
  const answers = [mockAnswer({ points: [mockPoint('c1')] })];
  await keep(db, FIRST, mockRecord({ setup, answers }));
  const person = renderApp(`/mock/${FIRST}`, db);
  const harder = await screen.findByRole('button', { name: 'Take a harder one' });
  await waitFor(() => expect(harder.getAttribute('aria-busy')).toBeNull());
  await person.click(harder);
  expect(await screen.findByText(/^The bank has no question of this/u)).toBeTruthy();
  expect([address().slice(0, 6), await readMockRun(db)]).toEqual(['/mock?', null]);
});

test('the history shows trends and what is missed again and again', async () => {
  const { db } = await openTestDb();
  const later = mockRecord().finishedAtMs + DAY_MS;
  await keep(db, FIRST, mockRecord({ answers: [missedC2] }));
  await keep(db, SECOND, mockRecord({ answers: [missedC2], finishedAtMs: later }));
  renderApp('/mock', db);
  expect(await screen.findByRole('heading', { name: 'Missed again and again' })).toBeTruthy();
  expect(screen.getByText('2 of 2')).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Over time' })).toBeTruthy();
  const links = screen.getAllByRole('link', { name: /Panel, 15 minutes/u });
  expect(links.map((link) => link.getAttribute('href'))).toEqual([`/mock/${SECOND}`, `/mock/${FIRST}`]);
});

test('topics are told by the names that the bank gives them, on the report and in the history', async () => {
  const { db } = await openTestDb();
  const later = mockRecord().finishedAtMs + DAY_MS;
  const setup = 'format=ladder&topics=web&count=1&seed=1';
  await keep(db, FIRST, mockRecord({ setup, answers: [missedC2] }));
  await keep(db, SECOND, mockRecord({ setup, answers: [missedC2], finishedAtMs: later }));
  renderApp(`/mock/${SECOND}`, db);
  await screen.findByRole('heading', { name: 'Ceilings' });
  expect(document.body.textContent).toContain('Tier ladder on Web, 1 topic, ');
  expect(document.body.textContent).toContain('Web / HTTP');
  expect(document.body.textContent).not.toMatch(/web ?\/ ?http/u);
});

test('after three mocks a report compares, leads on, and says what was meant to be said this time', async () => {
  const { db } = await openTestDb();
  const concept = { heard: 'missed', concept: 'raw-bytes' } as const;
  const old = mockAnswer({ item: itemId('q-two'), points: [mockPoint('c1', concept), mockPoint('c2')] });
  const at = (days: number) => mockRecord().finishedAtMs + days * DAY_MS;
  const started = (days: number) => ({ startedAtMs: at(days) - 1000, finishedAtMs: at(days) });
  await keep(db, FIRST, mockRecord({ ...started(0), answers: [missedC2, old] }));
  await keep(db, SECOND, mockRecord({ ...started(1), answers: [{ ...missedC2, next: 'Bytes, then retry.' }, old] }));
  const now = mockAnswer({ guess: 75, points: [mockPoint('c1'), mockPoint('c2')], next: '' });
  await keep(db, THIRD, mockRecord({ ...started(2), answers: [now] }));
  const person = renderApp(`/mock/${THIRD}`, db);
  expect(await screen.findByText(/Before: 50% on average of 2 mocks. Now: 100%./u)).toBeTruthy();
  expect(screen.getByText(/off by 25% on average; in the mocks before it was 50%/u)).toBeTruthy();
  const next = screen.getByRole('heading', { name: 'What to do next' }).closest('section') ?? document.body;
  const presses = within(within(next).getByRole('list')).getAllByRole('listitem');
  expect(presses.map((press) => press.querySelector('a, button')?.textContent)).toEqual([
    'Practise 1 question that you keep missing',
    'Take a harder one',
    'Another one like it',
  ]);
  expect(within(next).getAllByRole('link')[0]?.getAttribute('href')).toContain('q-two');
  const answers = screen.getByRole('heading', { name: /^Answers/u }).closest('section') ?? document.body;
  await person.click(within(answers).getByText('What is q-one?'));
  expect(await within(answers).findByText('Bytes, then retry.')).toBeTruthy();
  await person.click(screen.getByRole('link', { name: 'Mock' }));
  const weak = (await screen.findByRole('heading', { name: 'Missed again and again' })).closest('section');
  expect(weak?.textContent).toContain('raw bytes');
  expect(
    within(weak ?? document.body)
      .getAllByText(/^2 of/u)
      .map((each) => each.textContent),
  ).toEqual(['2 of 2', '2 of 3']);
});

test('a mock can be taken back from its report, with what was recorded in it', async () => {
  const { db } = await openTestDb();
  await keep(db, FIRST, mockRecord({ answers: [missedC2] }));
  const row = { ...beginStretch({ mock: FIRST, answer: '0' }, 'audio/webm', 1), ms: 65_000, bytes: 199_000 };
  await storePart(db, row, { recording: row.id, index: 0, data: new Uint8Array(4), levels: new Uint8Array(150) });
  const person = renderApp(`/mock/${FIRST}`, db);
  await person.click(await screen.findByRole('button', { name: 'More' }));
  await person.click(await screen.findByRole('menuitem', { name: 'Take this mock back' }));
  expect(await screen.findByText(/^Its recordings are deleted with it: 1:05 recorded, 199 kB/u)).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'Take it back' }));
  expect(await screen.findByRole('button', { name: 'Start mock' })).toBeTruthy();
  expect([address(), await db.recordings.count(), (await readMockHistory(db)).mocks]).toEqual(['/mock', 0, []]);
  expect((await db.cards.get('q-one' as never))?.queue).toBe('new');
});

test('an address of no mock says so', async () => {
  const { db } = await openTestDb();
  renderApp(`/mock/${FIRST}`, db);
  expect(await screen.findByRole('heading', { name: 'No such mock' })).toBeTruthy();
});

test('a set-up takes role, topics and tiers from an interview that is prepared for', async () => {
  const { db } = await openTestDb();
  const date = studyDay(Math.floor(Date.now() / DAY_MS) + 9);
  const interview = campaign({ date, company: 'Acme', role: 'Backend', topics: { web: 2 }, tiers: { senior: 1 } });
  await writeCampaign(db, interview, deviceId(9), Date.now());
  const person = renderApp('/mock?seed=x', db);
  const choice = await screen.findByRole('combobox', { name: 'For the interview' });
  await person.selectOptions(choice, within(choice).getByRole('option', { name: /^Backend at Acme/u }));
  const params = Object.fromEntries(new URLSearchParams(address().split('?')[1]));
  expect(params).toMatchObject({ role: 'Backend at Acme', topics: 'web:2', tiers: 'senior' });
  expect(await screen.findByRole('radio', { name: 'As the interview' })).toBeTruthy();
});
