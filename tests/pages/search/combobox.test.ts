// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { useCombobox } from '#pages/search/use-combobox.ts';

const options = Array.from({ length: 9 }, (_, at) => ({ kind: 'text' as const, text: `${at}`, words: `${at}` }));
const groups = [{ id: 'a', title: 'a', count: 9, options }];

test('arrows walk among all options, drawn or not; one that is drawn later is brought into sight then', () => {
  const { result, rerender } = renderHook(
    ({ drawn }) => useCombobox({ groups, drawn, owner: 'x', isSettled: () => true, onChoose: () => undefined }),
    { initialProps: { drawn: 6 } },
  );
  act(() => result.current.onKeyDown(new KeyboardEvent('keydown', { key: 'ArrowUp' })));
  expect(result.current.active).toBe(8);
  const last = document.createElement('div');
  last.id = result.current.optionId(8);
  last.scrollIntoView = vi.fn();
  document.body.append(last);
  onTestFinished(() => last.remove());
  rerender({ drawn: 9 });
  expect(last.scrollIntoView).toHaveBeenCalledOnce();
});
