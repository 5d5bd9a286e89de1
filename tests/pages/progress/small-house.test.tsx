// @vitest-environment jsdom
/** The small house, as Today shows it. */
import { render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, onTestFinished, test } from 'vitest';
import { EnvironmentProvider } from '#pages/parts/environment-provider.tsx';
import { SmallHouse } from '#pages/progress/small-house.tsx';
import { setStorage } from '#storage/current.ts';
import type { LamplightDb } from '#storage/database.ts';
import { deviceId } from '../../support/builders.ts';
import { question } from '../../support/item-builders.ts';
import { practise } from '../../support/practice.ts';
import { openTestDb } from '../../support/test-db.ts';

function show(db: LamplightDb) {
  setStorage({ db, device: deviceId(1) });
  onTestFinished(() => setStorage(null));
  return render(
    <MemoryRouter>
      <EnvironmentProvider>
        <SmallHouse />
      </EnvironmentProvider>
    </MemoryRouter>,
  );
}

test('shows nothing before the first review, and appears with it', async () => {
  const { db } = await openTestDb();
  const { container } = show(db);
  expect(container.textContent).toBe('');
  await practise(db).grade('q-one', 3);
  expect(await screen.findByRole('link', { name: 'The house at night' })).toBeTruthy();
});

test('shows the three topics of which most would be recalled, brightest first', async () => {
  const topics = ['a', 'b', 'c', 'd'].flatMap((topic, index) =>
    Array.from({ length: index + 1 }, (_, n) => question(`q-${topic}-${n}`, { topic: `zone/${topic}` })),
  );
  const { db } = await openTestDb(topics);
  const me = practise(db);
  for (const { id } of topics) await me.grade(id, 3);
  show(db);
  const house = await screen.findByRole('table', { name: 'Your brightest topics: recall today by tier' });
  await waitFor(() => {
    const names = within(house).getAllByRole('rowheader');
    expect(names.map((name) => name.textContent)).toEqual([
      'D Zone, 4 of 4 seen',
      'C Zone, 3 of 3 seen',
      'B Zone, 2 of 2 seen',
    ]);
  });
});
