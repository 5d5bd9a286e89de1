import { useEffect, useEffectEvent, useState } from 'react';
import { newStory, type Story, type StoryId } from '#mock/story.ts';
import { notStored } from '#pages/parts/not-stored.ts';
import { getStorage } from '#storage/current.ts';
import { problemOf } from '#storage/database.ts';
import { readStory, writeStory } from '#storage/stories.ts';
import { useLive } from '#storage/use-live.ts';

/** After this long without a key the words are stored. */
const REST_MS = 600;

export interface StoryDraft {
  /** Undefined until read. */
  readonly story: Story | undefined;
  /** Whether a story of this id is stored. */
  readonly stored: boolean;
  readonly change: (over: Partial<Story>) => void;
  readonly error: string | null;
  /** False when it could not be removed. */
  readonly remove: () => Promise<boolean>;
}

/** A story while it is written: stored after each rest, when its page is left, and when the browser goes. */
export function useStoryDraft(id: StoryId): StoryDraft {
  const kept = useLive(({ db }) => readStory(db, id), [id]);
  const [draft, setDraft] = useState<Story | null>(null);
  const [error, setError] = useState<string | null>(null);
  const story = draft ?? (kept === undefined ? undefined : (kept ?? newStory(id)));

  const put = async (what: Story | null): Promise<boolean> => {
    const { db, device } = getStorage();
    try {
      await writeStory(db, id, what, device, Date.now());
      setError(null);
      return true;
    } catch (reason) {
      setError(
        reason instanceof RangeError
          ? `Too long to be stored: ${reason.message}.`
          : notStored(problemOf(reason) === 'full'),
      );
      return false;
    }
  };
  const keep = useEffectEvent(() => {
    if (draft) void put(draft);
  });
  useEffect(() => {
    if (!draft) return undefined;
    const timer = setTimeout(() => keep(), REST_MS);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => {
    const leave = (): void => keep();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  return {
    story,
    stored: Boolean(kept) || draft !== null,
    change: (over) => story && setDraft({ ...story, ...over }),
    error,
    remove: async () => {
      setDraft(null);
      const removed = await put(null);
      if (!removed) setDraft(draft);
      return removed;
    },
  };
}
