import { type CSSProperties, type ReactNode, useId, useMemo } from 'react';
import { cx } from './cx.ts';
import css from './flow.module.css';
import { type FlowEdge, type FlowNode, isChain, placeFlow, type Placement } from './flow-place.ts';
import { gutterLines, pathOf } from './flow-route.ts';
import { useFlowLines } from './use-flow-lines.ts';

export interface FlowProps {
  readonly title: ReactNode;
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
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

function Picture({ flow }: { readonly flow: FlowProps }): ReactNode {
  const id = useId();
  const { nodes, edges } = flow;
  const { picture, placement, lines } = useFlowLines(nodes, edges);
  const numbered = flow.edges.some(
    (edge) => edge.label !== undefined && flow.edges.some((other) => other !== edge && other.to === edge.to),
  );
  const looped = flow.edges.some(
    ({ from, to }) => placement.cells[to]?.row === 0 && (placement.cells[from]?.row ?? 0) >= 0,
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
  const id = useId();
  const placement = useMemo(() => placeFlow(nodes, edges, true), [nodes, edges]);
  return (
    <figure className={css['flow']} aria-labelledby={id}>
      <figcaption className={css['title']} id={id}>
        {title}
      </figcaption>
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
