import { useState } from 'react';
import { MAX_NOTE_LENGTH } from '#review/event.ts';
import { Button } from '#ui/button.tsx';
import { Sheet } from '#ui/dialog.tsx';
import { TextArea } from '#ui/text-field.tsx';
import { saveNote } from './actions.ts';
import type { CardContent } from './card-content.ts';

export interface NoteDialogProps {
  readonly open: boolean;
  readonly content: CardContent;
  readonly onClose: () => void;
}

/** The person's own words for a question. */
export function NoteDialog({ open, content, onClose }: NoteDialogProps) {
  return (
    <Sheet open={open} onClose={onClose} title="Your note">
      <NoteForm key={content.question.id} note={content.note} onClose={onClose} />
    </Sheet>
  );
}

function NoteForm({ note, onClose }: { readonly note: string; readonly onClose: () => void }) {
  const [text, setText] = useState(note);
  const save = async (): Promise<void> => {
    if (text.trim() === note || (await saveNote(text))) onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextArea
        label="Note"
        hint="Shown with the answer. An empty note removes it."
        value={text}
        onChange={setText}
        maxLength={MAX_NOTE_LENGTH}
        rows={5}
      />
      <Button type="submit" variant="primary" block>
        Save note
      </Button>
    </form>
  );
}
