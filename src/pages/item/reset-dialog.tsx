import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';

export interface ResetDialogProps {
  readonly open: boolean;
  readonly onReset: () => void;
  readonly onClose: () => void;
}

/** Asks before a memory is set aside. */
export function ResetDialog({ open, onReset, onClose }: ResetDialogProps) {
  const reset = (): void => {
    onClose();
    onReset();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Reset the memory of this question?"
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button variant="danger" onClick={reset}>
            Reset memory
          </Button>
        </>
      }
    >
      <p>
        It counts as never asked, with all its points, and comes back as a new question. Your past reviews stay in your
        history, and your note and flag stay as they are.
      </p>
    </Dialog>
  );
}
