/**
 * Where the steps of a flow stand: pure arithmetic on its graph, so that the picture is the same on every machine.
 * A row is a step down the page, a column is a lane, or a branch where there are no lanes.
 */

export interface FlowNode {
  readonly lane?: string;
  readonly text: string;
}

/** `from` and `to` are indexes into the nodes. */
export interface FlowEdge {
  readonly from: number;
  readonly to: number;
  readonly label?: string;
}

export interface Placement {
  /** Node indexes in reading order: every step after those that lead to it, loops apart. */
  readonly order: readonly number[];
  /** Position in `order`, counted from 1, by node index: the number that a reader sees. */
  readonly numbers: readonly number[];
  /** By node index. */
  readonly cells: readonly { readonly row: number; readonly column: number }[];
  readonly rows: number;
  readonly columns: number;
  /** Names of the columns when they are lanes. */
  readonly lanes: readonly string[];
}

const MAX_BRANCHES = 3;

/** The edges that lead ahead: those that remain when each edge that closes a loop is left out. */
export function aheadEdges(count: number, edges: readonly FlowEdge[]): readonly FlowEdge[] {
  const back = new Set<FlowEdge>();
  const state = Array.from({ length: count }, (): 'new' | 'open' | 'done' => 'new');
  const visit = (node: number): void => {
    state[node] = 'open';
    for (const edge of edges) {
      if (edge.from !== node) continue;
      if (state[edge.to] === 'open') back.add(edge);
      else if (state[edge.to] === 'new') visit(edge.to);
    }
    state[node] = 'done';
  };
  for (let node = 0; node < count; node += 1) if (state[node] === 'new') visit(node);
  return edges.filter((edge) => !back.has(edge));
}

/** Node indexes so that each follows its predecessors, and a branch is finished before the next begins. */
function readingOrder(count: number, ahead: readonly FlowEdge[]): readonly number[] {
  const seen = new Set<number>();
  const finished: number[] = [];
  const visit = (node: number): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const edge of ahead.toReversed()) if (edge.from === node) visit(edge.to);
    finished.push(node);
  };
  for (let node = count - 1; node >= 0; node -= 1) if (ahead.every((edge) => edge.to !== node)) visit(node);
  return finished.toReversed();
}

function lanesOf(nodes: readonly FlowNode[]): readonly string[] {
  const lanes = [...new Set(nodes.map((node) => node.lane ?? ''))];
  return lanes.length > 1 ? lanes : [];
}

/** The first free column for a step on a row, from the column of the step before it to the right; none when all are taken. */
function freeColumn(taken: ReadonlySet<string>, row: number, from: number): number | undefined {
  for (let column = from; column < MAX_BRANCHES; column += 1) if (!taken.has(`${row}:${column}`)) return column;
  for (let column = 0; column < from; column += 1) if (!taken.has(`${row}:${column}`)) return column;
  return undefined;
}

/** Places each step in a cell of its own. `narrow` gives one column, in reading order. */
export function placeFlow(nodes: readonly FlowNode[], edges: readonly FlowEdge[], narrow: boolean): Placement {
  const ahead = aheadEdges(nodes.length, edges);
  const order = readingOrder(nodes.length, ahead);
  const numbers = nodes.map((_, node) => order.indexOf(node) + 1);
  const lanes = narrow ? [] : lanesOf(nodes);
  const cells = nodes.map(() => ({ row: 0, column: 0 }));
  const taken = new Set<string>();
  for (const [index, node] of order.entries()) {
    const before = ahead.filter((edge) => edge.to === node).map((edge) => cells[edge.from] ?? { row: -1, column: 0 });
    let row = narrow ? index : Math.max(-1, ...before.map((cell) => cell.row)) + 1;
    const own = lanes.indexOf(nodes[node]?.lane ?? '');
    const columnAt = (at: number): number | undefined => {
      if (narrow) return 0;
      if (own >= 0) return taken.has(`${at}:${own}`) ? undefined : own;
      return freeColumn(taken, at, before[0]?.column ?? 0);
    };
    let column = columnAt(row);
    while (column === undefined) {
      row += 1;
      column = columnAt(row);
    }
    taken.add(`${row}:${column}`);
    cells[node] = { row, column };
  }
  return {
    order,
    numbers,
    cells,
    rows: Math.max(0, ...cells.map((cell) => cell.row + 1)),
    columns: lanes.length > 0 ? lanes.length : Math.max(0, ...cells.map((cell) => cell.column + 1)),
    lanes,
  };
}

/** Whether the flow is one line of steps with nothing said between them. */
export function isChain(nodes: readonly FlowNode[], edges: readonly FlowEdge[]): boolean {
  return (
    edges.length === nodes.length - 1 &&
    lanesOf(nodes).length === 0 &&
    edges.every(
      (edge) =>
        edge.label === undefined &&
        edges.every((other) => other === edge || (other.from !== edge.from && other.to !== edge.to)),
    )
  );
}
