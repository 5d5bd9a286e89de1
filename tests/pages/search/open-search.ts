/** Ways to the search for its tests. */
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { renderApp } from '../../support/render-app.tsx';
import { openTestDb } from '../../support/test-db.ts';
import { ITEMS } from '../../search/documents.ts';

export const box = () => screen.findByRole<HTMLInputElement>('combobox', { name: 'Search' });

/** The app at an address, with a small bank. */
export async function openApp(at = '/library') {
  const { db } = await openTestDb(ITEMS);
  const user = renderApp(at, db);
  await screen.findByRole('heading', { level: 1 });
  return { db, user };
}

/** The app with the dialog open, and a text typed into it. */
export async function openDialog(text = '') {
  const { db, user } = await openApp();
  await user.keyboard('{Control>}k{/Control}');
  await box();
  if (text !== '') {
    await user.keyboard(text);
    const field = await box();
    await waitFor(() => expect(screen.getByRole('listbox').dataset['answers']).toBe(field.value));
  }
  return { db, user };
}
