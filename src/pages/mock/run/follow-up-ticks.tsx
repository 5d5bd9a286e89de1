import type { FollowUp, Question } from '#bank/item.ts';
import type { Draft } from '#mock/run.ts';
import { Line } from '#pages/parts/line.tsx';
import { CheckList, CheckRow } from '#ui/check-row.tsx';
import { send } from './store.ts';
import css from './run.module.css';

/** The follow-ups with ticks of their own: those that were asked; where none was, all that could have been. */
export function FollowUpTicks({ question, draft }: { readonly question: Question; readonly draft: Draft }) {
  const probed = draft.followUps.filter(({ tookMs }) => tookMs > 0).map(({ ask }) => ask);
  const shown = probed.length > 0 ? question.followUps.filter(({ ask }) => probed.includes(ask)) : question.followUps;
  if (shown.length === 0) return null;
  return (
    <CheckList label={probed.length > 0 ? 'Follow-ups you could answer' : 'Follow-ups you could have answered'}>
      {shown.map((each) => (
        <OneTick key={each.ask} followUp={each} draft={draft} />
      ))}
    </CheckList>
  );
}

function OneTick({ followUp, draft }: { readonly followUp: FollowUp; readonly draft: Draft }) {
  const { ask, points, tier, answer } = followUp;
  const held = draft.followUps.find((each) => each.ask === ask)?.held ?? null;
  return (
    <CheckRow
      checked={held === true}
      note={tier}
      onChange={(checked) => send({ type: 'held', ask, points, held: checked })}
    >
      <Line text={ask} />
      {answer !== undefined && (
        <span className={css['followUpAnswer']}>
          <Line text={answer} />
        </span>
      )}
    </CheckRow>
  );
}
