// @vitest-environment jsdom
/** What stands before the app: it is drawn when there is time, and taken away at once when it can no longer work. */
import { act, render, screen } from '@testing-library/react';
import { flushSync } from 'react-dom';
import { beforeEach, expect, test } from 'vitest';
import { BootGate, fetchFirstScreen } from '#app/boot-gate.tsx';
import { useBoot, type Boot } from '#app/boot.ts';

/** Puts a phase in place and draws what is urgent, and that alone. */
function urgently(boot: Boot): void {
  flushSync(() => useBoot.setState({ boot }));
}

beforeEach(async () => {
  act(() => useBoot.setState({ boot: { phase: 'firstBank' } }));
  await fetchFirstScreen();
  render(
    <BootGate>
      <p>The app</p>
    </BootGate>,
  );
});

test('the app is drawn behind what is urgent', async () => {
  await act(async () => {
    urgently({ phase: 'ready' });
    expect(screen.queryByText('The app')).toBeNull();
    expect(screen.getByRole('progressbar')).toBeTruthy();
  });
  expect(screen.getByText('The app')).toBeTruthy();
});

test('a database that was closed takes the app away at once, and says why', async () => {
  act(() => useBoot.setState({ boot: { phase: 'ready' } }));
  expect(screen.getByText('The app')).toBeTruthy();
  await act(async () => {
    urgently({ phase: 'closed', by: 'upgrade' });
    expect(screen.queryByText('The app')).toBeNull();
  });
  expect(await screen.findByRole('heading', { name: 'Lamplight was updated in another tab' })).toBeTruthy();
});
