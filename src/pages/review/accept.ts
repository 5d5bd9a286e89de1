import type { Grade } from '#memory/grade.ts';
import * as actions from './actions.ts';
import { currentContent } from './commit.ts';
import { useReview } from './store.ts';

/** Space and Enter: show the answer, then accept the proposed grade. */
export function accept(): void {
  const state = useReview.getState();
  const { current } = state.session ?? { current: null };
  if (current?.phase === 'asking') return actions.reveal();
  const proposal = actions.proposalFor(current, currentContent(state));
  if (proposal) void actions.grade(allowed(proposal.grade));
}

/** With two buttons Hard and Easy are not on offer: what is known counts as Good. */
export function allowed(grade: Grade): Grade {
  const two = useReview.getState().environment?.settings.gradeButtons === 'two';
  return two && grade !== 1 ? 3 : grade;
}
