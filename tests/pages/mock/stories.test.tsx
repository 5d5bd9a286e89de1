// @vitest-environment jsdom
/** A person's own stories where the database refuses them. */
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { newStory, type StoryId } from '#mock/story.ts';
import { readStory, writeStory } from '#storage/stories.ts';
import { deviceId } from '../../support/builders.ts';
import { renderApp } from '../../support/render-app.tsx';
import { openTestDb } from '../../support/test-db.ts';

const ID = '01a20cc8-b000-7000-8000-000000000001' as StoryId;

test('a story that could not be removed is still there, and nothing says that it is gone', async () => {
  const { db } = await openTestDb();
  await writeStory(db, ID, { ...newStory(ID), title: 'The outage' }, deviceId(1), 1);
  const person = renderApp(`/mock/stories/${ID}`, db);
  const refused = vi.spyOn(db.settings, 'put').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
  await person.click(await screen.findByRole('button', { name: 'Remove this story' }));
  expect(await screen.findByText(/this device is full/u)).toBeTruthy();
  expect(screen.queryByText('The story is removed.')).toBeNull();
  expect(await readStory(db, ID)).toMatchObject({ title: 'The outage' });
  refused.mockRestore();
  await person.click(screen.getByRole('button', { name: 'Remove this story' }));
  expect(await screen.findByText('The story is removed.')).toBeTruthy();
  expect(await readStory(db, ID)).toBeNull();
});
