import { useNavigate } from 'react-router';
import type { MockRun } from '#mock/run.ts';
import { countOf } from '#pages/parts/format.ts';
import { Button } from '#ui/button.tsx';
import { Muted } from '#ui/card.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { send } from './store.ts';

export interface EndDialogProps {
  readonly run: MockRun;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Ending is asked for twice: what was answered counts, and one can also come back later. */
export function EndDialog({ run, open, onClose }: EndDialogProps) {
  const navigate = useNavigate();
  const answered = run.drafts.filter(
    (draft, place) => draft.answered || draft.outcome !== 'open' || (place === run.place && run.stage !== 'think'),
  ).length;
  const leave = (): void => {
    send({ type: 'beat' });
    void navigate('/mock');
  };
  const end = (): void => {
    onClose();
    send({ type: 'ended' });
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="End this mock?"
      actions={
        <>
          <Button variant="plain" onClick={leave}>
            Leave, go on later
          </Button>
          <Button variant="primary" onClick={end}>
            End it now
          </Button>
        </>
      }
    >
      <p>
        {answered === 0
          ? 'Nothing is answered yet, so nothing would be kept.'
          : `${countOf(answered, 'question')} of it would be graded and kept, the rest is not asked.`}
      </p>
      <Muted>The mock is stored on this device with every step. It can also wait.</Muted>
    </Dialog>
  );
}
