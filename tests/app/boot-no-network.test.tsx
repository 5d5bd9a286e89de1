// @vitest-environment jsdom
/** A start whose later code does not arrive is told as what it is, and can be tried again. */
import { render, screen } from '@testing-library/react';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { BootProblem, type BlockedBoot } from '#app/boot-problem.tsx';
import { retryBank, start, useBoot } from '#app/boot.ts';
import { getStorage, setStorage } from '#storage/current.ts';
import { deviceId } from '../support/builders.ts';
import { openTestDb } from '../support/test-db.ts';

vi.mock('#app/workers.ts', () => {
  throw new TypeError('Failed to fetch dynamically imported module');
});

beforeEach(() => {
  useBoot.setState({ boot: { phase: 'opening' }, bankProblem: null });
});

test('on a first visit it says that the questions did not arrive, and how to go on', async () => {
  onTestFinished(() => getStorage().db.delete());
  await start();
  render(<BootProblem boot={useBoot.getState().boot as BlockedBoot} />);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('The question bank did not arrive');
  expect(screen.getByText(/workers/u)).toBeTruthy();
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Try again', 'Reload']);
});

test('with a bank in place the app goes on with it, and knows that the newest did not arrive', async () => {
  setStorage({ db: (await openTestDb()).db, device: deviceId(1) });
  await retryBank();
  expect(useBoot.getState()).toMatchObject({ boot: { phase: 'ready' }, bankProblem: { kind: 'download' } });
});

test('a database that cannot be read when the bank is tried again is told as what it is', async () => {
  const { db } = await openTestDb();
  setStorage({ db, device: deviceId(1) });
  db.close();
  await retryBank();
  expect(useBoot.getState().boot).toMatchObject({ phase: 'noStorage', problem: 'broken' });
});
