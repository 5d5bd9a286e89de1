// @vitest-environment jsdom
/** A tick while listening keeps its place in the recording, by whatever it is made. */
import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { LinePlayer } from '#pages/mock/voice/line-player.ts';
import { readMockRun } from '#storage/mock-run.ts';
import { beginStretch, storePart } from '#storage/recordings.ts';
import { question } from '../../support/item-builders.ts';
import { renderApp } from '../../support/render-app.tsx';
import { openTestDb } from '../../support/test-db.ts';
import { findStart } from './start.ts';

afterEach(() => vi.restoreAllMocks());

test('a digit stamps a point as a press does', async () => {
  // There is no sound here to listen to, only its place.
  vi.spyOn(LinePlayer.prototype, 'playing', 'get').mockReturnValue(true);
  vi.spyOn(LinePlayer.prototype, 'now').mockReturnValue(1500);
  const { db } = await openTestDb([question('q-one')]);
  const person = renderApp('/mock?count=1', db);
  await person.click(await findStart());
  await person.click(await screen.findByRole('button', { name: 'Start speaking' }));
  const mock = (await readMockRun(db))?.id ?? '';
  const row = { ...beginStretch({ mock, answer: '0' }, 'audio/webm', 1), ms: 3000, bytes: 4 };
  await storePart(db, row, { recording: row.id, index: 0, data: new Uint8Array(4), levels: new Uint8Array(150) });
  await person.click(await screen.findByRole('button', { name: 'I have finished' }));
  await person.click(await screen.findByRole('button', { name: 'Keep this guess' }));
  await screen.findByRole('button', { name: 'None of these was said, go on' });
  await screen.findByRole('button', { name: 'Pause' });
  await person.keyboard('1');
  const [, second] = screen.getAllByRole('checkbox');
  await person.click(second ?? document.body);
  await waitFor(async () => expect((await readMockRun(db))?.drafts[0]?.ticked).toEqual({ c1: 1500, c2: 1500 }));
});
