/** Every flow of the built-in bank, drawn: the layout must hold for all that people write. */
import { blocksOf } from '#bank/layers.ts';
import { parseItem } from '#bank/parse/parse-item.ts';
import { walkBlocks } from '#bank/walk.ts';
import { Flow, type FlowProps } from '#ui/flow.tsx';
import { Page, PageHeader } from '#ui/page.tsx';

const FILES: Record<string, string> = import.meta.glob(
  '../../../data/builtin/{questions,errors,snippets,sheets}/**/*.md',
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);

function flows(): readonly FlowProps[] {
  const found: FlowProps[] = [];
  for (const [path, text] of Object.entries(FILES)) {
    const result = parseItem(text, path.replace(/^.*builtin\//, ''));
    if (!result.ok) continue;
    walkBlocks(blocksOf(result.parsed.item), (block) => {
      if (block.t === 'flow') found.push(block);
    });
  }
  return found;
}

export function FlowsSection() {
  const all = flows();
  return (
    <Page>
      <PageHeader title="Flows" lead={`${all.length} of them`} />
      {all.map((flow, index) => (
        <Flow key={index} title={flow.title} nodes={flow.nodes} edges={flow.edges} />
      ))}
    </Page>
  );
}
