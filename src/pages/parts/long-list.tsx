/* oxlint-disable jsx-a11y/prefer-tag-over-role -- A block stands between the list and its lines, which `ul` does not allow. */
/**
 * A list that stays quick at any length: lines stand in blocks, and a block that is far from the screen is drawn as empty room of
 * its height. A list that is short enough is drawn whole, so that the browser's own search finds every line of it.
 */
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Lines in a block. */
const BLOCK = 40;
/** A page with no more lines than this draws all of them. */
export const WHOLE = 400;
/** Lines that go on paper: some fifty sheets. Nobody asked for more, and to draw them takes a while. */
export const ON_PAPER = 1000;
/** How far from the screen, in px, a block is still drawn: a quick push of a thumb, and the next tab stops. */
const NEAR_PX = 1200;

/** The heights of blocks that were drawn, by their first and last line: Back finds a page of the same length. */
const heights = new Map<string, number>();

type Look = (entry: IntersectionObserverEntry) => void;
const looks = new WeakMap<Element, Look>();
let watcher: IntersectionObserver | null = null;

/** One observer for all blocks of all lists. */
function watch(element: Element, look: Look): () => void {
  watcher ??= new IntersectionObserver((entries) => entries.forEach((entry) => looks.get(entry.target)?.(entry)), {
    rootMargin: `${NEAR_PX}px 0px`,
  });
  looks.set(element, look);
  watcher.observe(element);
  return () => watcher?.unobserve(element);
}

export interface LongListProps<T> {
  readonly lines: readonly T[];
  readonly keyOf: (line: T) => string;
  readonly renderLine: (line: T) => ReactNode;
  /** Draws all lines at once, however many. */
  readonly whole: boolean;
  /** Draws the first block before anything is measured: for what is on the first screen. */
  readonly first?: boolean;
  /** Height of a line in px, as far as can be said before it is drawn. */
  readonly lineHeight: number;
  readonly className?: string | undefined;
  /**
   * How many of its first lines are printed right now; null while nothing is. What is drawn besides, because it is near the
   * screen, is marked with `data-off-paper`, and empty room with `data-room`: who prints hides both.
   */
  readonly paper: number | null;
}

/** The list itself. Its lines are counted for a screen reader as if all of them were drawn. */
export function LongList<T>(props: LongListProps<T>) {
  const { lines, whole, first = false, className } = props;
  const size = whole ? lines.length : BLOCK;
  const starts = Array.from({ length: Math.ceil(lines.length / size) }, (_, index) => index * size);
  return (
    <div role="list" className={className}>
      {starts.map((start) => (
        <Block key={start} {...props} start={start} end={start + size} drawn={whole || (first && start === 0)} />
      ))}
    </div>
  );
}

interface BlockProps<T> extends LongListProps<T> {
  readonly start: number;
  readonly end: number;
  /** Drawn to begin with. */
  readonly drawn: boolean;
}

function Block<T>({ lines, keyOf, renderLine, whole, lineHeight, start, end, drawn, paper }: BlockProps<T>) {
  const own = lines.slice(start, end);
  const ref = useRef<HTMLDivElement>(null);
  const name = `${own.length} ${own.map(keyOf).at(0)} ${own.map(keyOf).at(-1)}`;
  const near = useNear(ref, drawn, whole, name);
  if (!near && start >= (paper ?? 0)) {
    return <div role="none" ref={ref} style={{ blockSize: heights.get(name) ?? own.length * lineHeight }} data-room />;
  }
  return (
    <div role="none" ref={ref}>
      {own.map((line, index) => (
        <div
          key={keyOf(line)}
          role="listitem"
          aria-setsize={lines.length}
          aria-posinset={start + index + 1}
          data-off-paper={paper !== null && start + index >= paper ? '' : undefined}
        >
          {renderLine(line)}
        </div>
      ))}
    </div>
  );
}

/** Whether a block is near enough to be drawn; one that holds the focus always is. */
function useNear(ref: React.RefObject<HTMLElement | null>, drawn: boolean, whole: boolean, name: string): boolean {
  const always = whole || typeof IntersectionObserver === 'undefined';
  const [near, setNear] = useState(drawn);
  useEffect(() => {
    const { current } = ref;
    if (always || !current) return undefined;
    return watch(current, ({ isIntersecting, boundingClientRect, target }) => {
      if (!isIntersecting && target.contains(document.activeElement)) return;
      if (!isIntersecting && !('room' in (target as HTMLElement).dataset)) heights.set(name, boundingClientRect.height);
      setNear(isIntersecting);
    });
  }, [ref, always, name]);
  useLayoutEffect(() => {
    const { current } = ref;
    if (always || !near || !current) return undefined;
    return () => {
      heights.set(name, current.offsetHeight);
    };
  }, [ref, always, near, name]);
  return always || near;
}
