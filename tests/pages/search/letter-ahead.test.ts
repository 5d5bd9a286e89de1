// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { useLetterAhead } from '#pages/search/use-letter-ahead.ts';

function boxWith(value: string, start: number, end: number) {
  const box = document.createElement('input');
  box.value = value;
  box.setSelectionRange(start, end);
  const told = vi.fn();
  const { unmount } = renderHook(() => useLetterAhead({ current: box }, told));
  const write = (inputType: string, data: string | null): void => {
    box.dispatchEvent(new InputEvent('beforeinput', { inputType, data }));
  };
  return { told, write, unmount };
}

test.each([
  ['at the end', 'webhoo', 6, 6, 'k', 'webhook'],
  ['in the middle', 'wbhook', 1, 1, 'e', 'webhook'],
  ['over what is selected', 'webXXXook', 3, 6, 'h', 'webhook'],
])('a letter %s is told before it is written', (_, value, start, end, letter, whole) => {
  const { told, write } = boxWith(value, start, end);
  write('insertText', letter);
  expect(told.mock.calls).toEqual([[whole]]);
});

test('what cannot be foretold is not', () => {
  const { told, write } = boxWith('webhook', 7, 7);
  write('deleteContentBackward', null);
  write('insertCompositionText', 'é');
  write('insertFromPaste', null);
  expect(told).not.toHaveBeenCalled();
});

test('a box that has gone is not listened to', () => {
  const { told, write, unmount } = boxWith('a', 1, 1);
  unmount();
  write('insertText', 'b');
  expect(told).not.toHaveBeenCalled();
});
