// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { useCombobox } from '#pages/search/use-combobox.ts';

const options = Array.from({ length: 9 }, (_, at) => ({ kind: 'text' as const, text: `${at}`, words: `${at}` }));
const groups = [{ id: 'a', title: 'a', count: 9, options }];
const firstSix = [{ id: 'a', title: 'a', count: 9, options: options.slice(0, 6) }];

test('arrows walk among all options, drawn or not; one that is drawn later is brought into sight then', () => {
  const { result, rerender } = renderHook(
    ({ drawn }) => useCombobox({ groups, drawn, owner: 'x', isSettled: () => true, onChoose: () => undefined }),
    { initialProps: { drawn: firstSix } },
  );
  act(() => result.current.onKeyDown(new KeyboardEvent('keydown', { key: 'ArrowUp' })));
  expect(result.current.activeId).toBe(result.current.optionId('a', 8));
  const last = document.createElement('div');
  last.id = result.current.optionId('a', 8);
  last.scrollIntoView = vi.fn();
  document.body.append(last);
  onTestFinished(() => last.remove());
  rerender({ drawn: groups });
  expect(last.scrollIntoView).toHaveBeenCalledOnce();
});
