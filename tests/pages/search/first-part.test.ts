// @vitest-environment jsdom
import { renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OptionGroup } from '#pages/search/options.ts';
import { useFirstPart } from '#pages/search/use-first-part.ts';

function groupOf(id: string, count: number): OptionGroup {
  const options = Array.from({ length: count }, (_, at) => ({
    kind: 'text' as const,
    text: `${id}${at}`,
    words: `${id}${at}`,
  }));
  return { id, title: id, count, options };
}

/** A list that shows so many of the options that are drawn in it, each 80 px high. */
function listWith(shown: number) {
  const element = document.createElement('div');
  const at = (top: number, height: number): DOMRect => new DOMRect(0, top, 100, height);
  element.getBoundingClientRect = () => at(0, shown * 80 - 10);
  for (let place = 0; place < 9; place += 1) {
    const option = document.createElement('div');
    option.setAttribute('role', 'option');
    option.getBoundingClientRect = () => at(place * 80, 80);
    element.append(option);
  }
  return { current: element };
}

const UNKNOWN = { current: null };

const drawn = (groups: readonly OptionGroup[]): string[] => groups.map(({ id, options }) => `${id} ${options.length}`);

beforeEach(() => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
});

afterEach(() => {
  vi.restoreAllMocks();
});

test('what is in sight comes first with its groups, the rest when that is painted', async () => {
  const paints: FrameRequestCallback[] = [];
  vi.spyOn(globalThis, 'requestAnimationFrame').mockImplementation((paint) => paints.push(paint));
  const groups = [groupOf('a', 4), groupOf('b', 4), groupOf('c', 1)];
  const { result } = renderHook(() => useFirstPart(groups, groups[0]?.id ?? '', UNKNOWN, true));
  expect(drawn(result.current)).toEqual(['a 4', 'b 2']);
  for (const paint of paints) paint(0);
  await waitFor(() => expect(result.current).toBe(groups));
});

test('while letters come, what is out of sight is not drawn', async () => {
  const groups = [groupOf('a', 9)];
  const list = listWith(4);
  const { result, rerender } = renderHook(({ paused }) => useFirstPart(groups, 'a', list, paused), {
    initialProps: { paused: false },
  });
  await waitFor(() => expect(drawn(result.current)).toEqual(['a 4']));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(drawn(result.current)).toEqual(['a 4']);
  rerender({ paused: true });
  await waitFor(() => expect(result.current).toBe(groups));
});

test('a short list is whole at once', () => {
  const groups = [groupOf('a', 3), groupOf('b', 3)];
  const { result } = renderHook(() => useFirstPart(groups, groups[0]?.id ?? '', UNKNOWN, true));
  expect(result.current).toBe(groups);
});

test('another list begins with its own first part', async () => {
  const { result, rerender } = renderHook(({ groups }) => useFirstPart(groups, groups[0]?.id ?? '', UNKNOWN, true), {
    initialProps: { groups: [groupOf('a', 9)] },
  });
  await waitFor(() => expect(drawn(result.current)).toEqual(['a 9']));
  rerender({ groups: [groupOf('b', 8)] });
  expect(drawn(result.current)).toEqual(['b 6']);
  await waitFor(() => expect(drawn(result.current)).toEqual(['b 8']));
});

test('a list that was whole stays so when the answer to its text changes', async () => {
  const { result, rerender } = renderHook(({ groups }) => useFirstPart(groups, 'a', UNKNOWN, true), {
    initialProps: { groups: [groupOf('a', 9)] },
  });
  await waitFor(() => expect(drawn(result.current)).toEqual(['a 9']));
  rerender({ groups: [groupOf('b', 8)] });
  expect(drawn(result.current)).toEqual(['b 8']);
});

test('a text that comes again begins with its first part again', async () => {
  const { result, rerender } = renderHook(({ id, paused }) => useFirstPart([groupOf(id, 9)], id, UNKNOWN, paused), {
    initialProps: { id: 'a', paused: true },
  });
  await waitFor(() => expect(drawn(result.current)).toEqual(['a 9']));
  rerender({ id: 'b', paused: false });
  await new Promise((resolve) => setTimeout(resolve, 200));
  rerender({ id: 'a', paused: false });
  expect(drawn(result.current)).toEqual(['a 6']);
});

test('once it is known how many are in sight, so many come first', async () => {
  const list = listWith(4);
  const { result, rerender } = renderHook(({ groups }) => useFirstPart(groups, groups[0]?.id ?? '', list, true), {
    initialProps: { groups: [groupOf('a', 9)] },
  });
  expect(drawn(result.current)).toEqual(['a 6']);
  let tries = 0;
  const another = (): void => {
    tries += 1;
    rerender({ groups: [groupOf(`b${tries}`, 9)] });
    expect(drawn(result.current)).toEqual([`b${tries} 4`]);
  };
  // Each try begins with a list of its own, which is painted in between.
  await vi.waitFor(another, { interval: 200, timeout: 5000 });
});

test('a list that ends in sight does not say that fewer fit', async () => {
  const list = listWith(9);
  const { result, rerender } = renderHook(({ groups }) => useFirstPart(groups, groups[0]?.id ?? '', list, true), {
    initialProps: { groups: [groupOf('a', 9)] },
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  rerender({ groups: [groupOf('b', 9)] });
  expect(drawn(result.current)).toEqual(['b 8']);
});
