import { useNavigate } from 'react-router';
import type { ShownHit } from '#storage/search-answer.ts';
import { keepRecent } from './recent.ts';

/** Goes to what was found, and remembers the search. */
export function useOpenHit(): (hit: ShownHit, text: string) => void {
  const navigate = useNavigate();
  return ({ entry }, text) => {
    void keepRecent(text);
    void navigate(entry.kind === 'path' ? `/paths/${entry.id}` : `/q/${entry.id}`);
  };
}
