// @vitest-environment jsdom
/** What a person meant to say the next time, at the question in the review. */
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '#review/settings.ts';
import { takeInMock } from '#storage/mock-finish.ts';
import { deviceId, itemId, replayContext, schedulePolicy } from '../../support/builders.ts';
import { mockAnswer, mockRecord } from '../../support/mock-records.ts';
import { asked, openReview } from '../../support/review-page.tsx';

const MOCK = {
  device: deviceId(9),
  settings: DEFAULT_SETTINGS,
  context: replayContext(),
  policy: schedulePolicy(),
};

test('what was written in a mock stands with the answer, not with the question, and only at its own', async () => {
  const { db, user } = await openReview();
  const meant = mockAnswer({ item: itemId('q-1'), outcome: 'unscored', points: [], next: 'Bytes first.' });
  const record = mockRecord({ answers: [meant] });
  await takeInMock(db, '00000000-0000-7000-8000-000000000001', record, MOCK, record.finishedAtMs);
  expect(screen.queryByText(/Bytes first\./u)).toBeNull();
  await user.keyboard(' ');
  expect((await screen.findByText(/^You meant to say next time/u)).parentElement?.textContent).toContain(
    'Bytes first.',
  );
  await user.keyboard('3');
  await asked('q-2');
  await user.keyboard(' ');
  await screen.findByRole('button', { name: /^Good/u });
  expect(screen.queryByText(/Bytes first\./u)).toBeNull();
});
