import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';

/** The button that starts a mock, once the draw is there. */
export async function findStart(): Promise<HTMLElement> {
  const button = await screen.findByRole('button', { name: 'Start mock' });
  await waitFor(() => expect(button.getAttribute('aria-busy')).toBeNull());
  return button;
}
