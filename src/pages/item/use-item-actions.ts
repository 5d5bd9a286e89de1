import type { StudyDay } from '#memory/study-day.ts';
import { shortDay } from '#pages/parts/dates.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { notStored } from '#pages/parts/not-stored.ts';
import type { Stored } from '#pages/parts/record.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { changeItem, takeBack, type Change, type Changed, type Target } from './actions.ts';

export interface ItemActions {
  readonly setFlag: (on: boolean) => void;
  readonly setSuspended: (on: boolean) => void;
  readonly setDue: (day: StudyDay) => void;
  readonly reset: () => void;
  /** False when nothing was stored. */
  readonly saveNote: (text: string) => Promise<boolean>;
}

function wordsOf(change: Change): string {
  switch (change.type) {
    case 'flagged':
      return change.on ? 'Flagged.' : 'Flag removed.';
    case 'noted':
      return change.text === '' ? 'Note removed.' : 'Note saved on this device.';
    case 'suspended':
      return change.on ? 'Suspended: it will not be asked until you bring it back.' : 'Back in the schedule.';
    case 'rescheduled':
      return `Due ${shortDay(change.day)}.`;
    case 'reset':
      return 'Memory reset: it counts as new.';
  }
}

function faultOf(stored: Exclude<Stored, { kind: 'stored' }>): string {
  if (stored.kind === 'conflict') return 'Not stored: it was just changed in another tab. Look at it, then try again.';
  return notStored(stored.full);
}

const FAULT_STAYS_MS = 20_000;

/** The actions of an item's page; each says what came of it, and can be taken back where that is not one press anyway. */
export function useItemActions(target: Target, environment: Environment): ItemActions {
  const { toast } = useAnnounce();
  const undo = async ({ event }: Changed): Promise<void> => {
    const stored = await takeBack(event, environment);
    toast({ text: stored.kind === 'stored' ? 'Taken back.' : faultOf(stored) });
  };
  const apply = async (change: Change): Promise<boolean> => {
    const changed = await changeItem(change, target, environment);
    const { stored } = changed;
    if (stored.kind !== 'stored') {
      toast({ text: faultOf(stored), stayMs: FAULT_STAYS_MS });
      return false;
    }
    const lasting = change.type !== 'flagged' && !(change.type === 'suspended' && !change.on);
    const back = { label: 'Undo', onPress: () => void undo(changed) };
    toast({ text: wordsOf(change), ...(lasting ? { action: back } : {}) });
    return true;
  };
  return {
    setFlag: (on) => void apply({ type: 'flagged', on }),
    setSuspended: (on) => void apply({ type: 'suspended', on }),
    setDue: (day) => void apply({ type: 'rescheduled', day }),
    reset: () => void apply({ type: 'reset' }),
    saveNote: (text) => apply({ type: 'noted', text }),
  };
}
