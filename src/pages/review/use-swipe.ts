/** Optional swipes: to the right accepts what the keyboard's Enter would, to the left says Again. Off until asked for. */
import { useRef, type TouchEvent } from 'react';
import * as actions from './actions.ts';
import { accept } from './accept.ts';
import { useReview } from './store.ts';

/** The guard against slips: a swipe is long, level and quick, begins away from the screen's edge, and has one finger. */
const LENGTH_PX = 96;
const SLOPE = 0.35;
const LONGEST_MS = 600;
const EDGE_PX = 24;

interface Start {
  readonly x: number;
  readonly y: number;
  readonly atMs: number;
}

/** Whether a touch begins on something that scrolls sideways by itself: a table, code. */
function scrollsSideways(target: EventTarget): boolean {
  let element = target instanceof Element ? target : null;
  while (element) {
    if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible') return true;
    element = element.parentElement;
  }
  return false;
}

/** -1 for a swipe to the left, 1 to the right, 0 for anything else. */
export function swipeOf(start: Start, end: Start): -1 | 0 | 1 {
  const dx = end.x - start.x;
  const level = Math.abs(end.y - start.y) <= Math.abs(dx) * SLOPE;
  if (Math.abs(dx) < LENGTH_PX || !level || end.atMs - start.atMs > LONGEST_MS) return 0;
  return dx < 0 ? -1 : 1;
}

/** Touch handlers for the review; empty while swipes are off. */
export function useSwipe() {
  const on = useReview((state) => state.environment?.settings.swipes ?? false);
  const start = useRef<Start | null>(null);
  if (!on) return {};
  return {
    onTouchStart: (event: TouchEvent) => {
      const touch = event.touches.item(0);
      const usable = touch && event.touches.length === 1 && !scrollsSideways(event.target);
      const inside = usable && touch.clientX > EDGE_PX && touch.clientX < window.innerWidth - EDGE_PX;
      start.current = inside ? { x: touch.clientX, y: touch.clientY, atMs: event.timeStamp } : null;
    },
    onTouchEnd: (event: TouchEvent) => {
      const touch = event.changedTouches.item(0);
      if (!start.current || !touch) return;
      const way = swipeOf(start.current, { x: touch.clientX, y: touch.clientY, atMs: event.timeStamp });
      start.current = null;
      if (way > 0) accept();
      else if (way < 0) void actions.grade(1);
    },
  };
}
