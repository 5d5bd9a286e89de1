// @vitest-environment jsdom
/** What was asked and the bank lacks becomes a card of one's own. */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { listenForBack } from '#pages/parts/way-back.ts';
import type { AskedQuestion } from '#plan/campaign.ts';
import { readCampaign, writeCampaign } from '#storage/plan-campaigns.ts';
import { readOwn, writeOwn } from '#storage/own-questions.ts';
import { campaign } from '../../plan/campaigns.ts';
import { cardId, deviceId, pointId, studyDay } from '../../support/builders.ts';
import { ownQuestion } from '../../support/item-builders.ts';
import { practise } from '../../support/practice.ts';
import { address, renderApp, stopCalendar } from '../../support/render-app.tsx';
import { openTestDb } from '../../support/test-db.ts';

const TODAY = studyDay(Date.UTC(2026, 10, 22) / 86_400_000);
const told: AskedQuestion = { item: null, text: 'What is a write-ahead log?', went: 'badly' };
const harbour = campaign({ date: studyDay(TODAY - 1), asked: [told] });
const OWN = ownQuestion();

async function fill(name: string, value: string): Promise<void> {
  fireEvent.change(await screen.findByLabelText(name), { target: { value } });
}

test('a question that the bank lacks is written as a card, which then is the one that was asked', async () => {
  stopCalendar('2026-11-22T09:00:00');
  const { db } = await openTestDb();
  await writeCampaign(db, harbour, deviceId(1), 1);
  const user = renderApp(`/plan/${harbour.id}/debrief`, db);
  await user.click(await screen.findByRole('link', { name: 'make it a card' }));
  await user.click(await screen.findByRole('button', { name: 'Save question' }));
  expect(await screen.findByText('Write at least one point: it is what you tick.')).toBeDefined();
  await fill('Answer', 'The change is written to a log before the page.');
  await fill('Point 1', 'The log comes before the page');
  expect(screen.getByRole('switch', { name: 'Point 1 is core' })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Save question' }));
  await screen.findByRole('heading', { level: 1, name: told.text });
  expect(await screen.findByText(/You wrote this question/u)).toBeDefined();
  const item = (await readCampaign(db, harbour.id))?.asked[0]?.item;
  expect(item).toMatch(/^own-/u);
  expect(await readOwn(db, item!)).toMatchObject({
    title: told.text,
    points: [{ text: 'The log comes before the page', core: true }],
  });
});

test('leaving words that are not saved asks first; staying keeps them, and leaving goes', async () => {
  const { db } = await openTestDb();
  await writeOwn(db, OWN.id, OWN, deviceId(1), 1);
  const user = renderApp(`/own/${OWN.id}`, db);
  await fill('Question', 'Another question?');
  await user.click(screen.getByRole('link', { name: 'Your own questions' }));
  await user.click(await screen.findByRole('button', { name: 'Stay here' }));
  expect(screen.getByLabelText<HTMLInputElement>('Question').value).toBe('Another question?');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await user.click(await screen.findByRole('button', { name: 'Leave' }));
  await waitFor(() => expect(address()).toBe(`/q/${OWN.id}`));
  expect((await readOwn(db, OWN.id))?.title).toBe(OWN.title);
});

test('the browser’s way back asks too, and goes when one says so', async () => {
  listenForBack();
  const { db } = await openTestDb();
  const user = renderApp('/library', db);
  await user.click(await screen.findByRole('link', { name: 'Write a question of your own' }));
  await fill('Question', 'What is a page cache?');
  window.history.back();
  await user.click(await screen.findByRole('button', { name: 'Stay here' }));
  expect(address()).toBe('/own/new');
  window.history.back();
  await user.click(await screen.findByRole('button', { name: 'Leave' }));
  await waitFor(() => expect(address()).toBe('/library'));
});

test('a point that is taken out is asked no more, and the others are as they were', async () => {
  const { db } = await openTestDb();
  await writeOwn(db, OWN.id, OWN, deviceId(1), 1);
  const tab = practise(db);
  const points = OWN.points.map(({ id }) => pointId(id));
  await tab.store({ type: 'split', ...tab.clock.stamp(), item: OWN.id, card: cardId(OWN.id), points });
  const user = renderApp(`/own/${OWN.id}`, db);
  await fill('Point 1', '');
  await user.click(screen.getByRole('button', { name: 'Save question' }));
  await waitFor(() => expect(address()).toBe(`/q/${OWN.id}`));
  const [gone, stays] = await db.cards.bulkGet(OWN.points.map(({ id }) => cardId(OWN.id, id)));
  expect([gone?.queue, stays?.queue]).toEqual(['off', 'due']);
});

test('one that is deleted comes back with Undo', async () => {
  const { db } = await openTestDb();
  await writeOwn(db, OWN.id, OWN, deviceId(1), 1);
  const user = renderApp(`/own/${OWN.id}`, db);
  await user.click(await screen.findByRole('button', { name: 'Delete this question' }));
  await waitFor(() => expect(address()).toBe('/library'));
  expect(await readOwn(db, OWN.id)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await readOwn(db, OWN.id)).toEqual(OWN));
});
