import type { ErrorEntry } from '#bank/item.ts';
import { CodeView } from '#ui/code-view.tsx';
import css from './messages.module.css';

/** An error as it is printed, in all its variants; long lines wrap, since nobody reads a message sideways. */
export function Messages({ error: { messages, language } }: { readonly error: ErrorEntry }) {
  const lines = messages.flatMap((message, index) => [...(index === 0 ? [] : ['']), ...message.split('\n')]);
  return (
    <CodeView
      title={messages.length === 1 ? 'As printed' : 'As printed, in its variants'}
      lang={language}
      lines={lines.map((line) => (line === '' ? [] : [line]))}
      className={css['messages']}
    />
  );
}
