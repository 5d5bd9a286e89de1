// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { seededClock } from '../../support/clock.ts';
import { isoOf } from '#pages/parts/dates.ts';
import { cardId, studyDay } from '../../support/builders.ts';
import { practise } from '../../support/practice.ts';
import { renderApp } from '../../support/render-app.tsx';
import { openTestDb } from '../../support/test-db.ts';

test('a question is put on another day, its memory stays, and Undo brings the day back', async () => {
  const { db } = await openTestDb();
  await practise(db, seededClock()).grade('q-one', 3, { ticked: ['c1'] });
  const before = await db.cards.get(cardId('q-one'));
  const user = renderApp('/q/q-one', db);
  await user.click(await screen.findByText('Set the due date'));
  const day = studyDay(Math.floor(Date.now() / 86_400_000) + 40);
  fireEvent.change(screen.getByLabelText('Comes back on'), { target: { value: isoOf(day) } });
  await user.click(screen.getByRole('button', { name: 'Set this day' }));
  await waitFor(async () => expect((await db.cards.get(cardId('q-one')))?.dueDay).toBe(day));
  const after = await db.cards.get(cardId('q-one'));
  expect({ ...after?.state.learning, due: null }).toEqual({ ...before?.state.learning, due: null });
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await db.cards.get(cardId('q-one')))?.dueDay).toBe(before?.dueDay));
});
