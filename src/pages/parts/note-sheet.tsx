import { useState } from 'react';
import { MAX_NOTE_LENGTH } from '#review/event.ts';
import { Button } from '#ui/button.tsx';
import { Sheet } from '#ui/dialog.tsx';
import { Stack } from '#ui/page.tsx';
import { TextArea } from '#ui/text-field.tsx';

export interface NoteSheetProps {
  readonly open: boolean;
  /** The note as it is stored. */
  readonly note: string;
  /** Stores the words; false when that failed, and the sheet stays open with them. */
  readonly onSave: (text: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** The person's own words for an item, to write and to change. */
export function NoteSheet({ open, note, onSave, onClose }: NoteSheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title="Your note">
      <NoteForm note={note} onSave={onSave} onClose={onClose} />
    </Sheet>
  );
}

function NoteForm({ note, onSave, onClose }: Omit<NoteSheetProps, 'open'>) {
  const [text, setText] = useState(note);
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    const done = text.trim() === note || (await onSave(text.trim()));
    setBusy(false);
    if (done) onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack>
        <TextArea
          label="Note"
          hint="Shown with the answer. An empty note removes it."
          value={text}
          onChange={setText}
          maxLength={MAX_NOTE_LENGTH}
          rows={5}
        />
        <Button type="submit" variant="primary" block busy={busy}>
          Save note
        </Button>
      </Stack>
    </form>
  );
}
