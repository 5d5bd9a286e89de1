import type { Grade } from '#memory/grade.ts';
import * as actions from './actions.ts';
import { currentContent, say } from './commit.ts';
import { useReview } from './store.ts';

/** Space and Enter: show the answer, then accept the proposed grade, or say why there is none. */
export function accept(): void {
  const state = useReview.getState();
  const { current } = state.session ?? { current: null };
  if (current?.phase === 'asking') return actions.reveal();
  if (current?.phase !== 'revealed') return undefined;
  const proposal = actions.proposalFor(current, currentContent(state));
  return proposal ? void actions.grade(allowed(proposal.grade)) : say({ kind: 'nothingTicked' });
}

/** With two buttons Hard and Easy are not on offer: what is known counts as Good. */
export function allowed(grade: Grade): Grade {
  const two = useReview.getState().environment?.settings.gradeButtons === 'two';
  return two && grade !== 1 ? 3 : grade;
}
