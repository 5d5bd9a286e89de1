import { problemOf } from '#storage/database.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { notStored } from './not-stored.ts';

/** Runs what stores something; says so when it was not stored. Resolves to whether it was. */
export function useAttempt(): (work: () => Promise<void>) => Promise<boolean> {
  const { toast } = useAnnounce();
  return async (work) => {
    try {
      await work();
      return true;
    } catch (error) {
      toast({ text: notStored(problemOf(error) === 'full') });
      return false;
    }
  };
}
