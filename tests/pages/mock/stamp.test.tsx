// @vitest-environment jsdom
/** A tick while listening keeps its place in the recording, by whatever it is made. */
import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Player } from '#pages/mock/voice/use-player.ts';
import { readMockRun } from '#storage/mock-run.ts';
import { question } from '../../support/item-builders.ts';
import { renderApp } from '../../support/render-app.tsx';
import { openTestDb } from '../../support/test-db.ts';
import { findStart } from './start.ts';

const none = (): void => undefined;
const PLAYER: Player = {
  stretches: [],
  lengthMs: 9000,
  positionMs: 1500,
  playing: true,
  now: () => 1500,
  play: none,
  pause: none,
  seek: none,
  setRate: none,
};
vi.mock('#pages/mock/voice/use-player.ts', () => ({ usePlayer: () => PLAYER }));

test('a digit stamps a point as a press does', async () => {
  const { db } = await openTestDb([question('q-one')]);
  const person = renderApp('/mock?count=1', db);
  await person.click(await findStart());
  await person.click(await screen.findByRole('button', { name: 'Start speaking' }));
  await person.click(await screen.findByRole('button', { name: 'I have finished' }));
  await person.click(await screen.findByRole('button', { name: 'Keep this guess' }));
  await screen.findByRole('button', { name: 'None of these was said, go on' });
  await person.keyboard('1');
  const [, second] = screen.getAllByRole('checkbox');
  await person.click(second ?? document.body);
  await waitFor(async () => expect((await readMockRun(db))?.drafts[0]?.ticked).toEqual({ c1: 1500, c2: 1500 }));
});
