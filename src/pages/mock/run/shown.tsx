import type { ReactNode } from 'react';
import type { AskedAs } from '#mock/drawn.ts';
import { Blocks } from '#pages/parts/blocks.tsx';
import { Messages } from '#pages/parts/messages.tsx';
import { CodeView } from '#ui/code-view.tsx';
import { Prose } from '#ui/prose.tsx';
import type { Asked } from './use-asked.ts';

/** What stands under the question: the message and its symptom, or the bad half of a pair without its reason. */
export function Shown({ asked: { item, pair }, as }: { readonly asked: Asked; readonly as: AskedAs }): ReactNode {
  if (as === 'error' && item.type === 'error') {
    return (
      <>
        <Messages error={item} />
        <Prose>
          <Blocks blocks={item.layers.symptom} />
        </Prose>
      </>
    );
  }
  // Its title may tell what is wrong with it.
  return pair && <CodeView lang={pair.bad.lang} title="The listing" lines={pair.bad.lines} />;
}
