import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { MAX_NOTE_LENGTH } from '#review/event.ts';
import { Button } from '#ui/button.tsx';
import { Sheet } from '#ui/dialog.tsx';
import { TextArea } from '#ui/text-field.tsx';
import { countOf } from './format.ts';

export interface NoteSheetProps {
  readonly open: boolean;
  /** The item that the note is about. */
  readonly item: string;
  /** The note as it is stored. */
  readonly note: string;
  /** Stores the words; false when that failed, and the sheet stays open with them. */
  readonly onSave: (text: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** From how many characters left the sheet counts them. */
const NEARLY_FULL = 1000;
const NOT_SAVED = 'Not saved. Your words are still here: try again, or discard them.';

function tooLong(over: number): string {
  return `${countOf(over, 'character')} too many: a note holds ${countOf(MAX_NOTE_LENGTH, 'character')}. Shorten it to save it.`;
}

/** The person's own words for an item, to write and to change. Whichever way it is left, what was typed is kept. */
export function NoteSheet(props: NoteSheetProps) {
  const { open } = props;
  const { text, changed, error, busy, type, save, discard } = useDraft(props);
  const left = MAX_NOTE_LENGTH - text.trim().length;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!open || !field.current) return;
    field.current.focus();
    field.current.setSelectionRange(field.current.value.length, field.current.value.length);
  }, [open]);
  const buttons = (
    <>
      <Button disabled={!changed} onClick={discard}>
        Discard changes
      </Button>
      <Button variant="primary" busy={busy} onClick={() => void save()}>
        Save note
      </Button>
    </>
  );
  return (
    <Sheet open={open} onClose={() => void save()} title="Your note" actions={buttons}>
      <TextArea
        ref={field}
        label="Note"
        hint={
          left < 0 || left > NEARLY_FULL
            ? 'Shown with the answer. An empty note removes it.'
            : `${countOf(left, 'character')} left.`
        }
        error={error}
        value={text}
        onChange={type}
        rows={5}
      />
    </Sheet>
  );
}

/** Drafts that are too long to be stored, by item: they wait for the sheet to be opened again. */
const unstored = new Map<string, string>();

/** The words as they are being written. They are stored when the sheet is closed, its page is left, or the browser leaves. */
function useDraft({ open, item, note, onSave, onClose }: NoteSheetProps) {
  const [draft, setDraft] = useState<string | null>(() => unstored.get(item) ?? null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const text = draft ?? note;
  const changed = open && draft !== null && draft.trim() !== note;
  const over = text.trim().length - MAX_NOTE_LENGTH;
  const error = over > 0 ? tooLong(over) : failed ? NOT_SAVED : undefined;

  const discard = (): void => {
    unstored.delete(item);
    setDraft(null);
    setFailed(false);
    onClose();
  };
  const save = async (): Promise<void> => {
    if (busy || over > 0) return;
    setBusy(true);
    const kept = !changed || (await onSave(text.trim()));
    setBusy(false);
    if (kept) discard();
    else setFailed(true);
  };
  const type = (value: string): void => {
    setFailed(false);
    setDraft(value);
  };
  const stored = useRef<string>(undefined);
  const leave = useEffectEvent(() => {
    if (draft !== null && over > 0) unstored.set(item, draft);
    if (!changed || over > 0 || stored.current === text) return;
    stored.current = text;
    void onSave(text.trim());
  });
  useEffect(() => {
    const left = (): void => leave();
    window.addEventListener('pagehide', left);
    return () => {
      window.removeEventListener('pagehide', left);
      leave();
    };
  }, []);
  return { text, changed, error, busy, type, save, discard };
}
