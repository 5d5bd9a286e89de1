import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type FlowEdge, type FlowNode, placeFlow, type Placement } from './flow-place.ts';
import { type Box, type Line, routeFlow } from './flow-route.ts';

/** A column is no narrower than this many px at the usual text size. */
const COLUMN_REM = 10.5;

function boxOf(unit: HTMLElement): Box {
  const { offsetTop: top, offsetLeft: left, offsetHeight } = unit;
  const box = unit.lastElementChild;
  if (!(box instanceof HTMLElement)) return { left, right: left, top, bottom: top, door: top };
  return {
    left: left + box.offsetLeft,
    right: left + box.offsetLeft + box.offsetWidth,
    top,
    bottom: top + offsetHeight,
    door: top + box.offsetTop,
  };
}

/** Column edges from the boxes that stand in them; a column without boxes takes no line. */
function columnsOf(boxes: readonly Box[], { cells, columns }: Placement) {
  return Array.from({ length: columns }, (_, column) => {
    const inside = boxes.filter((__, node) => cells[node]?.column === column);
    return { left: Math.min(...inside.map((box) => box.left)), right: Math.max(...inside.map((box) => box.right)) };
  });
}

/** Measures the steps that are on screen and draws the lines between them before the browser paints. */
export function useFlowLines(nodes: readonly FlowNode[], edges: readonly FlowEdge[]) {
  const picture = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0, rem: 16 });
  const [lines, setLines] = useState<readonly Line[]>([]);
  const wide = useMemo(() => placeFlow(nodes, edges, false), [nodes, edges]);
  const slim = useMemo(() => placeFlow(nodes, edges, true), [nodes, edges]);
  const placement = size.width >= wide.columns * COLUMN_REM * size.rem ? wide : slim;

  useLayoutEffect(() => {
    const { current } = picture;
    if (current === null) return undefined;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      const { clientWidth: width, scrollHeight: height } = current;
      setSize((old) =>
        old.width === width && old.height === height && old.rem === rem ? old : { width, height, rem },
      );
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    // Nothing is laid out yet, or there is no layout at all.
    if (size.width === 0) return;
    const units = [...(picture.current?.querySelectorAll<HTMLElement>('[data-node]') ?? [])];
    const boxes: Box[] = [];
    for (const unit of units) boxes[Number(unit.dataset['node'])] = boxOf(unit);
    // The lines are measured from the boxes that are now in place; they must be there before the first paint.
    // oxlint-disable-next-line react/set-state-in-effect
    setLines(boxes.length === 0 ? [] : routeFlow(edges, { placement, boxes, columns: columnsOf(boxes, placement) }));
  }, [edges, placement, size]);
  return { picture, placement, lines };
}
