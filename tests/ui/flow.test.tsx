// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Flow } from '#ui/flow.tsx';
import { aheadEdges, type FlowEdge, isChain, placeFlow, type Placement } from '#ui/flow-place.ts';
import { type Box, pathOf, routeFlow } from '#ui/flow-route.ts';

const NODES = ['queued', 'running', 'succeeded', 'failed'].map((text) => ({ text }));
const EDGES: readonly FlowEdge[] = [
  { from: 0, to: 1, label: 'lease' },
  { from: 1, to: 2, label: 'stored' },
  { from: 1, to: 3 },
  { from: 1, to: 0, label: 'lease expired' },
];

const graph = fc.integer({ min: 1, max: 9 }).chain((count) =>
  fc.record({
    nodes: fc.array(fc.record({ text: fc.string(), lane: fc.constantFrom('A', 'B', 'C') }), {
      minLength: count,
      maxLength: count,
    }),
    edges: fc.array(fc.record({ from: fc.nat(count - 1), to: fc.nat(count - 1) }), { maxLength: 14 }),
    narrow: fc.boolean(),
    laned: fc.boolean(),
  }),
);

/** Boxes of one size on a grid like the one that the page draws. */
function boxesOf({ cells }: Placement): readonly Box[] {
  return cells.map(({ row, column }) => {
    const [left, top] = [60 + column * 200, 40 + row * 100];
    return { left, right: left + 160, top, door: top + 20, bottom: top + 60 };
  });
}

function groundOf(placement: Placement) {
  const columns = Array.from({ length: placement.columns }, (_, column) => ({
    left: 60 + column * 200,
    right: 220 + column * 200,
  }));
  return { placement, boxes: boxesOf(placement), columns };
}

type Point = readonly [number, number];

/** Whether a stretch of a line runs through the inside of a box, its labels apart. */
function crosses([x1, y1]: Point, [x2, y2]: Point, box: Box): boolean {
  const [left, right] = [Math.min(x1, x2), Math.max(x1, x2)];
  const [top, bottom] = [Math.min(y1, y2), Math.max(y1, y2)];
  return left < box.right - 1 && right > box.left + 1 && top < box.bottom - 1 && bottom > box.door + 1;
}

describe('placing a flow', () => {
  test('follows branches to their end, and puts a loop aside', () => {
    expect(aheadEdges(4, EDGES)).toEqual(EDGES.slice(0, 3));
    const { order, cells } = placeFlow(NODES, EDGES, true);
    expect(order).toEqual([0, 1, 2, 3]);
    expect(cells.map((cell) => cell.row)).toEqual([0, 1, 2, 3]);
  });

  test('puts branches side by side where there is room', () => {
    const { cells, columns } = placeFlow(NODES, EDGES, false);
    expect(cells).toEqual([
      { row: 0, column: 0 },
      { row: 1, column: 0 },
      { row: 2, column: 0 },
      { row: 2, column: 1 },
    ]);
    expect(columns).toBe(2);
  });

  test('gives each lane its column', () => {
    const nodes = [
      { lane: 'Client', text: 'ask' },
      { lane: 'Server', text: 'work' },
      { lane: 'Client', text: 'read' },
    ];
    const { lanes, cells } = placeFlow(
      nodes,
      [
        { from: 0, to: 1 },
        { from: 1, to: 2 },
      ],
      false,
    );
    expect(lanes).toEqual(['Client', 'Server']);
    expect(cells.map((cell) => cell.column)).toEqual([0, 1, 0]);
  });

  test('never puts two steps in one cell, and every step after those that lead to it', () => {
    fc.assert(
      fc.property(graph, ({ nodes, edges, narrow, laned }) => {
        const steps = laned ? nodes : nodes.map(({ text }) => ({ text }));
        const { cells, order, numbers } = placeFlow(steps, edges, narrow);
        expect(new Set(cells.map(({ row, column }) => `${row}:${column}`)).size).toBe(nodes.length);
        expect(order.toSorted((a, b) => a - b)).toEqual(nodes.map((_, index) => index));
        for (const { from, to } of aheadEdges(nodes.length, edges)) {
          expect(cells[to]?.row).toBeGreaterThan(cells[from]?.row ?? 0);
          expect(numbers[to]).toBeGreaterThan(numbers[from] ?? 0);
        }
      }),
    );
  });

  test('tells a plain chain from anything with a branch, a label or a lane', () => {
    const plain = NODES.map(({ text }) => ({ text }));
    const line = [
      { from: 0, to: 1 },
      { from: 1, to: 2 },
      { from: 2, to: 3 },
    ];
    expect(isChain(plain, line)).toBe(true);
    expect(
      isChain(plain, [
        { from: 0, to: 1 },
        { from: 1, to: 2 },
        { from: 1, to: 3 },
      ]),
    ).toBe(false);
    expect(isChain(plain, [{ from: 0, to: 1, label: 'yes' }, ...line.slice(1)])).toBe(false);
    expect(
      isChain(
        plain.map((node, at) => ({ ...node, lane: at === 0 ? 'A' : 'B' })),
        line,
      ),
    ).toBe(false);
  });
});

describe('routing a flow', () => {
  test('runs no line through a step', () => {
    fc.assert(
      fc.property(graph, ({ nodes, edges, narrow, laned }) => {
        const steps = laned ? nodes : nodes.map(({ text }) => ({ text }));
        const ground = groundOf(placeFlow(steps, edges, narrow));
        for (const line of routeFlow(edges, ground)) {
          for (const [index, point] of line.points.entries()) {
            const before = line.points[index - 1];
            if (before === undefined) continue;
            expect(before[0] === point[0] || before[1] === point[1]).toBe(true);
            for (const box of ground.boxes) expect(crosses(before, point, box)).toBe(false);
          }
        }
      }),
    );
  });

  test('starts at one step and ends on top of the other', () => {
    const placement = placeFlow(NODES, EDGES, true);
    const ground = groundOf(placement);
    const [first, , , loop] = routeFlow(EDGES, ground);
    expect(first?.points.at(0)).toEqual([140, ground.boxes[0]?.bottom]);
    expect(first?.points.at(-1)).toEqual([140, ground.boxes[1]?.door]);
    expect(loop?.back).toBe(true);
    expect(loop?.points.at(-1)).toEqual([140, ground.boxes[0]?.door]);
  });

  test('draws a path without empty stretches', () => {
    expect(
      pathOf([
        [0, 0],
        [0, 0],
        [0, 40],
      ]),
    ).toBe('M0 0 L0 40');
    expect(
      pathOf([
        [0, 0],
        [0, 20],
        [20, 20],
      ]),
    ).toBe('M0 0 L0 14 Q0 20 6 20 L20 20');
  });
});

describe('a flow in words', () => {
  test('is an ordered list that says where each step leads', () => {
    render(<Flow title="States of a job" nodes={NODES} edges={EDGES} />);
    expect(screen.getByRole('figure', { name: 'States of a job' })).toBeTruthy();
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'queued. On “lease”: step 2, running.',
      'running. On “stored”: step 3, succeeded. Then: step 4, failed. On “lease expired”: step 1, queued.',
      'succeeded.',
      'failed.',
    ]);
  });
});
