import { type CSSProperties, type ReactNode, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { cx } from './cx.ts';
import css from './flow.module.css';
import { type FlowEdge, type FlowNode, isChain, placeFlow, type Placement } from './flow-place.ts';
import { type Box, gutterLines, type Line, pathOf, routeFlow } from './flow-route.ts';

export interface FlowProps {
  readonly title: string;
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

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

interface StepProps {
  readonly node: number;
  readonly flow: FlowProps;
  readonly placement: Placement;
  readonly numbered: boolean;
}

function Step({ node, flow, placement, numbered }: StepProps): ReactNode {
  const { row = 0, column = 0 } = placement.cells[node] ?? {};
  const into = flow.edges.filter((edge) => edge.to === node);
  const { lane, text } = flow.nodes[node] ?? { text: '' };
  return (
    <div
      className={css['unit']}
      data-node={node}
      style={{ gridColumn: column + 1, gridRow: row + 1 + (placement.lanes.length > 0 ? 1 : 0) }}
    >
      <div className={css['labels']}>
        {into.map((edge) =>
          edge.label === undefined ? null : (
            <span key={edge.from} className={css['label']}>
              {into.length > 1 ? <span className={css['from']}>{placement.numbers[edge.from]}</span> : null}
              {edge.label}
            </span>
          ),
        )}
      </div>
      <div className={css['box']}>
        {numbered ? <span className={css['number']}>{placement.numbers[node]}</span> : null}
        <span className={css['text']}>
          {lane === undefined || placement.lanes.length > 0 ? null : <span className={css['lane']}>{lane}</span>}
          {text}
        </span>
      </div>
    </div>
  );
}

/** The same flow as numbered sentences: for screen readers, and on paper. */
function Sentences({ flow, placement }: { readonly flow: FlowProps; readonly placement: Placement }): ReactNode {
  const name = (node: number): string => flow.nodes[node]?.text ?? '';
  return (
    <ol className={css['sentences']}>
      {placement.order.map((node) => {
        const lane = flow.nodes[node]?.lane;
        const out = flow.edges.filter((edge) => edge.from === node);
        return (
          <li key={node}>
            {lane === undefined ? '' : `${lane}: `}
            {name(node)}.
            {out.map((edge) => {
              const when = edge.label === undefined ? 'Then' : `On “${edge.label}”`;
              return ` ${when}: step ${placement.numbers[edge.to] ?? ''}, ${name(edge.to)}.`;
            })}
          </li>
        );
      })}
    </ol>
  );
}

/** Measures the steps that are on screen and draws the lines between them before the browser paints. */
function useLines(flow: FlowProps) {
  const picture = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0, rem: 16 });
  const [lines, setLines] = useState<readonly Line[]>([]);
  const wide = useMemo(() => placeFlow(flow.nodes, flow.edges, false), [flow.nodes, flow.edges]);
  const slim = useMemo(() => placeFlow(flow.nodes, flow.edges, true), [flow.nodes, flow.edges]);
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
    setLines(
      boxes.length === 0 ? [] : routeFlow(flow.edges, { placement, boxes, columns: columnsOf(boxes, placement) }),
    );
  }, [flow.edges, placement, size]);
  return { picture, placement, lines };
}

function Picture({ flow }: { readonly flow: FlowProps }): ReactNode {
  const id = useId();
  const { picture, placement, lines } = useLines(flow);
  const numbered = flow.edges.some(
    (edge) => edge.label !== undefined && flow.edges.some((other) => other !== edge && other.to === edge.to),
  );
  const looped = flow.edges.some(
    ({ from, to }) => (placement.cells[to]?.row ?? 0) <= (placement.cells[from]?.row ?? 0),
  );
  const style = {
    gridTemplateColumns: `repeat(${placement.columns}, minmax(0, 1fr))`,
    ['--before' as string]: gutterLines(flow.edges, placement),
  } satisfies CSSProperties;
  return (
    <div className={cx(css['picture'], looped && css['looped'])} ref={picture} style={style} aria-hidden="true">
      {placement.lanes.map((lane, column) => (
        <div
          key={lane}
          className={css['stripe']}
          style={{ gridColumn: column + 1, gridRow: `1 / ${placement.rows + 2}` }}
        >
          {lane}
        </div>
      ))}
      <svg className={css['lines']}>
        <defs>
          <marker
            id={id}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto-start-reverse"
          >
            <path d="M1 1l6 3-6 3" className={css['head']} />
          </marker>
        </defs>
        {lines.map((line, index) => (
          <path
            key={index}
            d={pathOf(line.points)}
            className={cx(css['line'], line.back && css['back'])}
            markerEnd={`url(#${id})`}
          />
        ))}
      </svg>
      {placement.order.map((node) => (
        <Step key={node} node={node} flow={flow} placement={placement} numbered={numbered} />
      ))}
    </div>
  );
}

/** A picture of steps and the ways between them, laid out from text alone; the same is said in an ordered list. */
export function Flow(flow: FlowProps) {
  const { title, nodes, edges } = flow;
  const placement = useMemo(() => placeFlow(nodes, edges, true), [nodes, edges]);
  return (
    <figure className={css['flow']}>
      <figcaption className={css['title']}>{title}</figcaption>
      {isChain(nodes, edges) ? (
        <div className={css['chain']} aria-hidden="true">
          {placement.order.map((node) => (
            <div key={node} className={css['link']}>
              <div className={css['box']}>
                <span className={css['text']}>{nodes[node]?.text}</span>
              </div>
            </div>
          ))}
        </div>
      ) : (
        <Picture flow={flow} />
      )}
      <Sentences flow={flow} placement={placement} />
    </figure>
  );
}
