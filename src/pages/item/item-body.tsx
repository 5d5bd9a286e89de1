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
  /** What one comes for: to be asked, to copy, to drill. */
  readonly deeds: ReactNode;
  /** The person's own words, to stand after what is said first. */
  readonly note: ReactNode;
}

/** What an item says, by its kind. */
export function ItemBody({ view, item, environment, deeds, note }: ItemBodyProps): ReactNode {
  switch (item.type) {
    case 'question':
      return <QuestionBody view={view} question={item} environment={environment} deeds={deeds} note={note} />;
    case 'error':
      return <ErrorBody error={item} view={view} deeds={deeds} note={note} />;
    case 'snippet':
      return <SnippetBody snippet={item} deeds={deeds} note={note} />;
    case 'sheet':
      return <SheetBody sheet={item} deeds={deeds} note={note} />;
  }
}

interface ErrorBodyProps extends Pick<ItemBodyProps, 'view' | 'deeds' | 'note'> {
  readonly error: ErrorEntry;
}

/** Somebody is stuck: nothing is folded. */
function ErrorBody({ error, view, deeds, note }: ErrorBodyProps) {
  const { summary, layers } = error;
  return (
    <>
      <Prose variant="said">
        <Blocks blocks={summary} />
      </Prose>
      <Messages error={error} />
      {deeds}
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

interface SnippetBodyProps extends Pick<ItemBodyProps, 'deeds' | 'note'> {
  readonly snippet: Snippet;
}

function SnippetBody({ snippet, deeds, note }: SnippetBodyProps) {
  const { purpose, layers } = snippet;
  return (
    <>
      <Prose variant="said">
        <Blocks blocks={purpose} />
      </Prose>
      {deeds}
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
