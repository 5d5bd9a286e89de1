import { useEffect } from 'react';
import { inDays } from '#pages/parts/format.ts';
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
  split: 'Asked as a whole again.',
};

const back = { label: 'Undo', onPress: () => void actions.undo() };

type Fixed = Exclude<Notice['kind'], 'undone' | 'flagged' | 'notStored' | 'split'>;

const FIXED: Readonly<Record<Fixed, ToastMessage>> = {
  otherTab: { text: 'That card was just reviewed in another tab; here is the next one.' },
  beganAnew: { text: 'Your history changed in another tab; here is what is due by now.' },
  leftBank: { text: 'That question is no longer in the bank. What you know of it is kept.' },
  nothingTicked: {
    text: 'Nothing is ticked, so no grade is proposed. Tick what you said, or choose one.',
    stayMs: 4000,
  },
  nothingToUndo: { text: 'Nothing left to take back.' },
  buried: { text: 'Buried until tomorrow.', action: back },
  suspended: { text: 'Suspended: it will not be asked until you bring it back.', action: back },
  noted: { text: 'Note saved on this device.' },
  rests: { text: 'It rests until then.', action: back },
};

const FULL = 'Not stored: this device is full. All earlier grades are safe. Free some space, then grade again.';
const FAILED = 'Not stored: the database did not answer. All earlier grades are safe. Try again, or reload the page.';

function messageOf(notice: Notice): ToastMessage {
  switch (notice.kind) {
    case 'undone':
      return { text: UNDONE[notice.what] };
    case 'flagged':
      return { text: notice.on ? 'Flagged.' : 'Flag removed.' };
    case 'split': {
      const from = notice.days === 1 ? 'from tomorrow' : inDays(notice.days);
      return { text: `Its points come one by one ${from}; the whole rests until you bring it back.`, action: back };
    }
    case 'notStored':
      return { text: notice.full ? FULL : FAILED, stayMs: 20_000 };
    default:
      return FIXED[notice.kind];
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
