import { useState } from 'react';
import type { Draft } from '#mock/run.ts';
import { Sheet } from '#ui/dialog.tsx';
import { TextArea } from '#ui/text-field.tsx';
import { send } from './store.ts';

export interface NotesSheetProps {
  readonly draft: Draft;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What one would put on the paper beside: kept with every letter, shown again with the answer. */
export function NotesSheet({ draft, open, onClose }: NotesSheetProps) {
  const [text, setText] = useState(draft.notes);
  const write = (value: string): void => {
    setText(value);
    send({ type: 'wrote', field: 'notes', text: value });
  };
  return (
    <Sheet open={open} onClose={onClose} title="Notes on this question">
      <TextArea label="Notes" value={text} maxLength={4000} rows={6} onChange={write} />
    </Sheet>
  );
}
