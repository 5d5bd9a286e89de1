// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { address } from '../../support/render-app.tsx';
import { box, openApp, openDialog } from './open-search.ts';

describe('the page', () => {
  test('searches for what the address says', async () => {
    await openApp('/search?q=signature+check');
    expect((await box()).value).toBe('signature check');
    expect(await screen.findByRole('option', { name: /genuine/u })).toBeTruthy();
  });

  test('the address follows what is typed', async () => {
    const { user } = await openApp('/search');
    await user.type(await box(), 'retry tier:mid');
    await waitFor(() => expect(address()).toBe('/search?q=retry+tier%3Amid'));
  });

  test('who goes to a hit at once comes back to the search that found it', async () => {
    const { user } = await openApp('/search?q=list');
    await user.clear(await box());
    await user.type(await box(), 'genuine{Enter}');
    await waitFor(() => expect(address()).toBe('/q/q-hmac'));
    window.history.back();
    await waitFor(() => expect(address()).toBe('/search?q=genuine'));
  });

  test('chips show what the words say, and take it back', async () => {
    const { user } = await openApp('/search?q=kind%3Aerrors');
    const chip = await screen.findByRole('button', { name: 'Errors', pressed: true });
    await user.click(chip);
    expect((await box()).value).toBe('');
    await user.type(await box(), 'junior');
    await user.click(await screen.findByRole('button', { name: 'foundational', pressed: true }));
    expect((await box()).value).toBe('');
  });

  test('the dialog hands its text over to the page', async () => {
    const { user } = await openDialog('list');
    await user.click(screen.getByRole('link', { name: 'As a page' }));
    await waitFor(() => expect(address()).toBe('/search?q=list'));
    expect((await box()).value).toBe('list');
  });
});
