import type { ReactNode } from 'react';
import { ERROR_HEADINGS, SNIPPET_HEADINGS } from '#bank/headings.ts';
import { ERROR_LAYERS, SNIPPET_LAYERS, type ErrorEntry, type Item, type Path, type Snippet } from '#bank/item.ts';
import { Blocks } from '#pages/parts/blocks.tsx';
import type { Environment } from '#pages/parts/environment.ts';
import { Messages } from '#pages/parts/messages.tsx';
import { Prose } from '#ui/prose.tsx';
import { FollowUps } from './follow-ups.tsx';
import { QuestionBody } from './question-body.tsx';
import type { FoundItem } from './read-view.ts';
import { Section } from './section.tsx';
import { SheetBody } from './sheet-body.tsx';

export interface ItemBodyProps {
  readonly view: FoundItem;
  readonly item: Exclude<Item, Path>;
  readonly environment: Environment;
  /** The person's own words, to stand after what is said first. */
  readonly note: ReactNode;
}

/** What an item says, by its kind. */
export function ItemBody({ view, item, environment, note }: ItemBodyProps): ReactNode {
  switch (item.type) {
    case 'question':
      return <QuestionBody view={view} question={item} environment={environment} note={note} />;
    case 'error':
      return <ErrorBody error={item} view={view} note={note} />;
    case 'snippet':
      return <SnippetBody snippet={item} note={note} />;
    case 'sheet':
      return <SheetBody sheet={item} note={note} />;
  }
}

interface ErrorBodyProps extends Pick<ItemBodyProps, 'view' | 'note'> {
  readonly error: ErrorEntry;
}

/** Somebody is stuck: nothing is folded. */
function ErrorBody({ error, view, note }: ErrorBodyProps) {
  const { summary, layers } = error;
  return (
    <>
      <Prose variant="said">
        <Blocks blocks={summary} />
      </Prose>
      <Messages error={error} />
      {note}
      <div>
        {ERROR_LAYERS.filter((layer) => layers[layer].length > 0).map((layer) => (
          <Section key={layer} title={ERROR_HEADINGS[layer]} open>
            <Prose>
              <Blocks blocks={layers[layer]} />
            </Prose>
          </Section>
        ))}
        <FollowUps followUps={error.followUps} keyPoints={[]} neighbours={view.neighbours} open />
      </div>
    </>
  );
}

function SnippetBody({ snippet, note }: { readonly snippet: Snippet; readonly note: ReactNode }) {
  const { purpose, layers } = snippet;
  return (
    <>
      <Prose variant="said">
        <Blocks blocks={purpose} />
      </Prose>
      {note}
      <div>
        {SNIPPET_LAYERS.filter((layer) => layers[layer].length > 0).map((layer) => (
          <Section key={layer} title={SNIPPET_HEADINGS[layer]} open>
            <Prose>
              <Blocks blocks={layers[layer]} />
            </Prose>
          </Section>
        ))}
      </div>
    </>
  );
}
