import type { ReactNode } from 'react';
import { ERROR_HEADINGS, SNIPPET_HEADINGS } from '#bank/headings.ts';
import { SNIPPET_LAYERS, type ErrorEntry, type Item, type Path, type Question, type Snippet } from '#bank/item.ts';
import type { Block } from '#bank/blocks.ts';
import { Blocks } from '#pages/parts/blocks.tsx';
import { Inlines, Line } from '#pages/parts/line.tsx';
import { Messages } from '#pages/parts/messages.tsx';
import { Prose } from '#ui/prose.tsx';
import type { RowCard } from './cards.ts';
import css from './practice.module.css';

/** The two sides of a card. */
export interface Face {
  /** Small words above the question. */
  readonly about: ReactNode;
  readonly asked: ReactNode;
  /** What belongs to the question but is no heading: an error as it was printed. */
  readonly given: ReactNode;
  readonly answer: ReactNode;
}

type Asked = Exclude<Item, Path>;

/** The sides of a whole item: a question and its answer, an error and its cause and fix, a purpose and its code. */
export function faceOfItem(item: Asked): Face {
  switch (item.type) {
    case 'question':
      return { about: 'Question', asked: <Line text={item.title} />, given: null, answer: <Answer question={item} /> };
    case 'error':
      return {
        about: 'What is the cause, and what is the fix?',
        asked: <Line text={item.title} />,
        given: <Messages error={item} />,
        answer: <Cause error={item} />,
      };
    case 'snippet':
      return {
        about: 'How is it written?',
        asked: <Line text={item.title} />,
        given: (
          <Prose>
            <Blocks blocks={item.purpose} />
          </Prose>
        ),
        answer: <Code snippet={item} />,
      };
    case 'sheet':
      return { about: 'Sheet', asked: <Line text={item.title} />, given: null, answer: <Blocks blocks={item.body} /> };
  }
}

/** The sides of a row of a sheet. */
export function faceOfRow({ sheet, asked, expected, others }: RowCard): Face {
  return {
    about: (
      <>
        <Line text={sheet} />: <Inlines runs={asked.head} />
      </>
    ),
    asked: <Inlines runs={asked.cell} />,
    given: null,
    answer: (
      <dl className={css['row']}>
        {[expected, ...others].map(({ head, cell }, index) => (
          <div key={index}>
            <dt>
              <Inlines runs={head} />
            </dt>
            <dd>
              <Inlines runs={cell} />
            </dd>
          </div>
        ))}
      </dl>
    ),
  };
}

function Answer({ question }: { readonly question: Question }) {
  return (
    <>
      <Prose variant="said">
        <Blocks blocks={question.answer} />
      </Prose>
      <section aria-label="Key points">
        <h2 className={css['heading']}>Key points</h2>
        <ul className={css['points']}>
          {question.keyPoints.map(({ id, text, weight }) => (
            <li key={id}>
              <Line text={text} /> {weight !== 'detail' && <span className={css['weight']}>{weight}</span>}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Cause({ error }: { readonly error: ErrorEntry }) {
  return (
    <>
      <Prose variant="said">
        <Blocks blocks={error.summary} />
      </Prose>
      {(['cause', 'fix', 'verify'] as const).map((layer) => (
        <Part key={layer} title={ERROR_HEADINGS[layer]} blocks={error.layers[layer]} />
      ))}
    </>
  );
}

function Code({ snippet }: { readonly snippet: Snippet }) {
  return SNIPPET_LAYERS.map((layer) => (
    <Part key={layer} title={SNIPPET_HEADINGS[layer]} blocks={snippet.layers[layer]} />
  ));
}

function Part({ title, blocks }: { readonly title: string; readonly blocks: readonly Block[] }) {
  if (blocks.length === 0) return null;
  return (
    <section>
      <h2 className={css['heading']}>{title}</h2>
      <Prose>
        <Blocks blocks={blocks} />
      </Prose>
    </section>
  );
}
