/**
 * The lines of a flow: orthogonal ways that run only in the gaps between rows and the gutters between columns, where no
 * text is. All lines into a step join above it and enter from the top; lines from one step share their way.
 */
import type { FlowEdge, Placement } from './flow-place.ts';

/** A box of the picture in px, from the picture's left top corner. `top` includes the labels over the box. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Top of the box itself, where the arrow ends. */
  readonly door: number;
}

type Points = readonly (readonly [x: number, y: number])[];

export interface Line {
  readonly points: Points;
  /** It leads to a step above: a loop. */
  readonly back: boolean;
}

interface Way {
  readonly edge: FlowEdge;
  readonly back: boolean;
  /** The gutter it runs in, 0 before the first column; none where it goes straight to the next row. */
  readonly gutter: number | undefined;
}

const TRACK = 7;

function wayOf(edge: FlowEdge, placement: Placement): Way {
  const from = placement.cells[edge.from] ?? { row: 0, column: 0 };
  const to = placement.cells[edge.to] ?? { row: 0, column: 0 };
  const back = to.row <= from.row;
  if (to.row === from.row + 1) return { edge, back, gutter: undefined };
  if (placement.columns === 1) return { edge, back, gutter: 0 };
  if (back) return { edge, back, gutter: to.column < from.column ? from.column : from.column + 1 };
  return { edge, back, gutter: to.column > from.column ? to.column : to.column + 1 };
}

/** Which parallel track each key takes, so that spans of different keys on one track never overlap. */
function tracks(spans: readonly { readonly key: string; readonly from: number; readonly to: number }[]) {
  const merged = new Map<string, { from: number; to: number }>();
  for (const { key, from, to } of spans) {
    const old = merged.get(key);
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    merged.set(key, { from: Math.min(low, old?.from ?? low), to: Math.max(high, old?.to ?? high) });
  }
  const ends: number[] = [];
  const at = new Map<string, number>();
  for (const [key, span] of [...merged].toSorted((a, b) => a[1].from - b[1].from)) {
    const free = ends.findIndex((end) => end < span.from);
    const track = free < 0 ? ends.length : free;
    ends[track] = span.to;
    at.set(key, track);
  }
  return { at, count: ends.length };
}

/** Rows that a way passes in its gutter, as gap numbers: gap `n` lies above row `n`. */
function gutterSpan({ edge, back }: Way, { cells }: Placement): { readonly from: number; readonly to: number } {
  const from = (cells[edge.from]?.row ?? 0) + (back ? 0.5 : 1);
  return { from, to: cells[edge.to]?.row ?? 0 };
}

const wayKey = ({ edge, back }: Way): string => `${edge.from}${back ? 'b' : 'a'}`;

function gutterTracks(ways: readonly Way[], placement: Placement, gutter: number) {
  const inside = ways.filter((way) => way.gutter === gutter);
  return tracks(inside.map((way) => ({ key: wayKey(way), ...gutterSpan(way, placement) })));
}

/** How many parallel lines run in the gutter before the first column: room to leave there. */
export function gutterLines(edges: readonly FlowEdge[], placement: Placement): number {
  const ways = edges.map((edge) => wayOf(edge, placement));
  return gutterTracks(ways, placement, 0).count;
}

interface Ground {
  readonly placement: Placement;
  readonly boxes: readonly Box[];
  /** Left and right of each column. */
  readonly columns: readonly { readonly left: number; readonly right: number }[];
}

/** Upper and lower end of the gap above a row. */
function gapEnds({ placement, boxes }: Ground, row: number): { readonly top: number; readonly bottom: number } {
  const on = (wanted: number) => boxes.filter((_, node) => placement.cells[node]?.row === wanted);
  const below = Math.min(...on(row).map((box) => box.top));
  const above = Math.max(...on(row - 1).map((box) => box.bottom));
  return { top: Number.isFinite(above) ? above : below - 24, bottom: below };
}

function gutterX({ columns }: Ground, gutter: number, track: number, count: number): number {
  const before = columns[gutter - 1];
  const after = columns[gutter];
  const shift = (track - (count - 1) / 2) * TRACK;
  if (before !== undefined && after !== undefined) {
    return (Math.max(before.left, after.left) + Math.min(before.right, after.right)) / 2 + shift;
  }
  if (after !== undefined) return after.left - 12 - track * TRACK;
  return (before?.right ?? 0) + 12 + track * TRACK;
}

const middle = (box: { readonly left: number; readonly right: number }): number => (box.left + box.right) / 2;

/** Whether the step below is this one's own, or nobody's: then a line may leave from the middle. */
function leavesFromMiddle(node: number, { placement }: Ground, edges: readonly FlowEdge[]): boolean {
  const cell = placement.cells[node];
  const under = placement.cells.findIndex(
    (other) => other.row === (cell?.row ?? 0) + 1 && other.column === cell?.column,
  );
  return under < 0 || edges.some((edge) => edge.from === node && edge.to === under);
}

function exitX(way: Way, ground: Ground, edges: readonly FlowEdge[], towards: number): number {
  const box = ground.boxes[way.edge.from];
  if (box === undefined) return 0;
  if (leavesFromMiddle(way.edge.from, ground, edges)) return middle(box);
  return middle(box) + (towards < middle(box) ? -16 : 16);
}

interface Plan extends Way {
  /** Where it leaves its step, runs in its gutter, and enters the next step. */
  readonly startX: number;
  readonly gutterX: number | undefined;
  readonly endX: number;
  /** The gaps that it runs sideways in, after the first step and before the second. */
  readonly outGap: number;
  readonly inGap: number;
}

function planAll(edges: readonly FlowEdge[], ground: Ground): readonly Plan[] {
  const { placement, boxes } = ground;
  const ways = edges.map((edge) => wayOf(edge, placement));
  const gutters = Array.from({ length: placement.columns + 1 }, (_, gutter) => gutterTracks(ways, placement, gutter));
  const gutterOf = (way: Way): number | undefined => {
    const taken = way.gutter === undefined ? undefined : gutters[way.gutter];
    if (way.gutter === undefined || taken === undefined) return undefined;
    return gutterX(ground, way.gutter, taken.at.get(wayKey(way)) ?? 0, taken.count);
  };
  return ways.map((way) => {
    const to = boxes[way.edge.to];
    const endX = to === undefined ? 0 : middle(to);
    const x = gutterOf(way);
    const startX = exitX(way, ground, edges, x ?? endX);
    const outGap = (placement.cells[way.edge.from]?.row ?? 0) + 1;
    return { ...way, startX, gutterX: x, endX, outGap, inGap: placement.cells[way.edge.to]?.row ?? 0 };
  });
}

/** Height of a sideways run in a gap, by the gap and the run's key. */
function heights(plans: readonly Plan[], ground: Ground): (gap: number, key: string) => number {
  const runs = plans.flatMap((plan) => {
    const out = { gap: plan.outGap, key: `out${wayKey(plan)}`, from: plan.startX, to: plan.gutterX ?? plan.endX };
    const into = { gap: plan.inGap, key: `in${plan.edge.to}`, from: plan.gutterX ?? plan.endX, to: plan.endX };
    return plan.back ? [into] : [out, into];
  });
  const gaps = Array.from({ length: ground.placement.rows + 1 }, (_, gap) =>
    tracks(runs.filter((run) => run.gap === gap && Math.abs(run.from - run.to) > 1)),
  );
  return (gap, key) => {
    const { top, bottom } = gapEnds(ground, gap);
    const { at, count } = gaps[gap] ?? { at: new Map<string, number>(), count: 0 };
    const step = Math.min(TRACK, (bottom - top) / (count + 1));
    return (top + bottom) / 2 + ((at.get(key) ?? 0) - (count - 1) / 2) * step;
  };
}

function pointsOf(plan: Plan, from: Box, to: Box, yOf: (gap: number, key: string) => number): Points {
  const { back, startX, endX, gutterX: x } = plan;
  const outY = yOf(plan.outGap, `out${wayKey(plan)}`);
  const door = [endX, to.door] as const;
  const ahead = [[startX, from.bottom] as const, [startX, outY] as const];
  if (x === undefined) return [...ahead, [endX, outY], door];
  const inY = yOf(plan.inGap, `in${plan.edge.to}`);
  const tail = [[x, inY] as const, [endX, inY] as const, door];
  if (!back) return [...ahead, [x, outY], ...tail];
  const side = (from.door + from.bottom) / 2;
  return [[x < middle(from) ? from.left : from.right, side], [x, side], ...tail];
}

/** The ways of all edges, in the order of the edges. */
export function routeFlow(edges: readonly FlowEdge[], ground: Ground): readonly Line[] {
  const plans = planAll(edges, ground);
  const yOf = heights(plans, ground);
  return plans.map((plan) => {
    const from = ground.boxes[plan.edge.from];
    const to = ground.boxes[plan.edge.to];
    const points = from === undefined || to === undefined ? [] : pointsOf(plan, from, to, yOf);
    return { points, back: plan.back };
  });
}

/** An SVG path through the points, with rounded corners. */
export function pathOf(points: Points, radius = 6): string {
  const corners = points.filter(([x, y], index) => {
    const before = points[index - 1];
    return before === undefined || Math.abs(before[0] - x) > 0.5 || Math.abs(before[1] - y) > 0.5;
  });
  return corners
    .map(([x, y], index) => {
      const before = corners[index - 1];
      const after = corners[index + 1];
      if (before === undefined) return `M${x} ${y}`;
      if (after === undefined) return `L${x} ${y}`;
      const near = (other: readonly [number, number]): string => {
        const length = Math.hypot(other[0] - x, other[1] - y);
        const share = Math.min(radius, length / 2) / length;
        return `${x + (other[0] - x) * share} ${y + (other[1] - y) * share}`;
      };
      return `L${near(before)} Q${x} ${y} ${near(after)}`;
    })
    .join(' ');
}
