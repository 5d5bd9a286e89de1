import { useEffect } from 'react';
import { useAnnounce, type ToastMessage } from '#ui/announcer.tsx';
import * as actions from './actions.ts';
import { useReview, type Notice } from './store.ts';

const UNDONE: Readonly<Record<Extract<Notice, { kind: 'undone' }>['what'], string>> = {
  reviewed: 'Grade taken back.',
  suspended: 'The card is back in the schedule.',
  buried: 'The card is back for today.',
  reset: 'The card has its memory back.',
  flagged: 'Flag taken back.',
  noted: 'Note taken back.',
};

const back = { label: 'Undo', onPress: () => void actions.undo() };

function messageOf(notice: Notice): ToastMessage {
  switch (notice.kind) {
    case 'otherTab':
      return { text: 'That card was just reviewed in another tab; here is the next one.' };
    case 'undone':
      return { text: UNDONE[notice.what] };
    case 'nothingToUndo':
      return { text: 'Nothing left to take back.' };
    case 'buried':
      return { text: 'Buried until tomorrow.', action: back };
    case 'suspended':
      return { text: 'Suspended: it will not be asked until you bring it back.', action: back };
    case 'flagged':
      return { text: notice.on ? 'Flagged.' : 'Flag removed.' };
    case 'noted':
      return { text: 'Note saved on this device.' };
    case 'notStored':
      return {
        text: notice.full
          ? 'Not stored: this device is full. All earlier grades are safe. Free some space, then grade again.'
          : 'Not stored: the database did not answer. All earlier grades are safe. Try again, or reload the page.',
        stayMs: 20_000,
      };
  }
}

/** Says what just happened, on screen and to a screen reader. */
export function Notices() {
  const notice = useReview((state) => state.notice);
  const { toast } = useAnnounce();
  useEffect(() => {
    if (notice) toast(messageOf(notice));
  }, [notice, toast]);
  return null;
}
