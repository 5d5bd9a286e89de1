// @vitest-environment jsdom
/** A review whose later code does not arrive any more. */
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { asked, openReview } from '../../support/review-page.tsx';

vi.mock('#pages/mock/history/last-intention.tsx', () => {
  throw new TypeError('Failed to fetch dynamically imported module');
});

test('what was meant in a mock is missing then, and nothing else: the answer is there and is graded', async () => {
  const { db, user } = await openReview();
  await user.keyboard(' ');
  await screen.findByRole('region', { name: 'Answer' });
  await expect(import('#pages/mock/history/last-intention.tsx')).rejects.toThrow();
  await user.keyboard('3');
  await asked('q-2');
  expect(await db.events.count()).toBe(1);
});
