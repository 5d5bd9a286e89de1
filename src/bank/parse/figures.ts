/** Timelines and flows: fences whose text is drawn. */
import type { Block, FlowEdge, FlowNode, TimelineRow } from '../blocks.ts';
import type { FaultSink } from '../fault.ts';
import { LIMITS } from './limits.ts';

const ROW = 'Write `when | who | what`, and a fourth cell for the resulting state if there is one.';

/** `when | who | what [| state]`, one row a line; the text begins on `line`. */
export function readTimeline(title: string, text: string, line: number, sink: FaultSink): Block {
  const rows: TimelineRow[] = [];
  text.split('\n').forEach((row, i) => {
    if (row.trim() === '') return;
    const cells = row.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
    const [at = '', who = '', what = '', state] = cells;
    if (cells.length > 4 || at === '' || what === '')
      sink.add(line + i, 'A timeline row has not three or four cells', ROW);
    else rows.push({ at, who, what, ...(state !== undefined && state !== '' && { state }) });
  });
  if (rows.length < 2) sink.add(line, 'A timeline has fewer than two rows', 'Add rows, or write a sentence.');
  if (rows.length > LIMITS.timelineRows)
    sink.add(line, 'A timeline is too long', `Keep it to ${LIMITS.timelineRows} rows.`);
  return { t: 'timeline', title, rows: rows.slice(0, LIMITS.timelineRows) };
}

interface Graph {
  readonly nodes: FlowNode[];
  readonly edges: FlowEdge[];
}

/** Chains of `(lane) step -> (lane) step : label`, one a line; the text begins on `line`. */
export function readFlow(title: string, text: string, line: number, sink: FaultSink): Block {
  const graph: Graph = { nodes: [], edges: [] };
  text.split('\n').forEach((chain, i) => {
    if (chain.trim() !== '' && graph.edges.length <= LIMITS.flowEdges) readChain(graph, chain, line + i, sink);
  });
  if (graph.edges.length === 0) sink.add(line, 'A flow has no step', 'Write `first step -> next step : label`.');
  if (graph.nodes.length > LIMITS.flowNodes || graph.edges.length > LIMITS.flowEdges) {
    sink.add(line, 'A flow is too large to draw', `Keep it to ${LIMITS.flowNodes} steps; split it.`);
  }
  return { t: 'flow', title, ...graph };
}

function readChain(graph: Graph, chain: string, line: number, sink: FaultSink): void {
  const steps = chain
    .trim()
    .split(/\s->(?=\s)/)
    .slice(0, LIMITS.flowNodes + 1);
  if (steps.length < 2) {
    sink.add(line, 'A line of the flow has no arrow', 'Write `first step -> next step`, with spaces around the arrow.');
    return;
  }
  let from: number | undefined;
  for (const [i, step] of steps.entries()) {
    const cut = i === 0 ? -1 : step.lastIndexOf(' : ');
    const label = cut < 0 ? '' : step.slice(cut + 3).trim();
    const to = placeNode(graph, cut < 0 ? step : step.slice(0, cut), line, sink);
    if (to === undefined) return;
    if (from !== undefined) addEdge(graph, { from, to, ...(label !== '' && { label }) }, line, sink);
    from = to;
  }
}

function addEdge(graph: Graph, edge: FlowEdge, line: number, sink: FaultSink): void {
  const same = graph.edges.some(({ from, to, label }) => from === edge.from && to === edge.to && label === edge.label);
  if (same) sink.add(line, 'The flow has the same arrow twice', 'Write it once.');
  else graph.edges.push(edge);
}

/** Index of the step's node: the same text is the same node, unless both name a lane and the lanes differ. */
function placeNode(graph: Graph, step: string, line: number, sink: FaultSink): number | undefined {
  const match = /^(?:\(([^()]{1,40})\)\s+)?(.*)$/.exec(step.trim());
  const lane = match?.[1]?.trim();
  const text = match?.[2]?.trim() ?? '';
  if (text === '') {
    sink.add(line, 'A step of the flow has no text', 'Write `(Actor) what happens`.');
    return undefined;
  }
  const found = graph.nodes.findIndex(
    (node) => node.text === text && (lane === undefined || node.lane === undefined || node.lane === lane),
  );
  if (found < 0) return graph.nodes.push({ ...(lane !== undefined && { lane }), text }) - 1;
  if (lane !== undefined) graph.nodes[found] = { lane, text };
  return found;
}
