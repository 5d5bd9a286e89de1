import { useState } from 'react';
import type { Draft } from '#mock/run.ts';
import { LastIntention } from '#pages/mock/history/last-intention.tsx';
import { TextField } from '#ui/text-field.tsx';
import { send } from './store.ts';

/** What the person will say next time, in a line of their own; kept with every letter; with what they meant to say the last time. */
export function NextLine({ draft }: { readonly draft: Draft }) {
  const [text, setText] = useState(draft.next);
  const write = (value: string): void => {
    setText(value);
    send({ type: 'wrote', field: 'next', text: value });
  };
  return (
    <>
      <LastIntention item={draft.asked.item} />
      <TextField label="What will I say next time?" value={text} maxLength={400} onChange={write} />
    </>
  );
}
