import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { ItemId } from '#bank/item.ts';
import { useLeaveGuard } from '#pages/parts/leave-guard.tsx';
import { NothingHere } from '#pages/parts/nothing-here.tsx';
import { PageTools } from '#pages/parts/page-tools.tsx';
import { useTitle } from '#pages/parts/use-title.ts';
import type { OwnQuestion } from '#review/own-question.ts';
import { newOwnId, readOwn } from '#storage/own-questions.ts';
import { readPlanBank, type PlanBank } from '#storage/plan-bank.ts';
import { useLive } from '#storage/use-live.ts';
import { Button } from '#ui/button.tsx';
import { Page, PageHeader, Row } from '#ui/page.tsx';
import { draftOf, emptyDraft, ownOf } from './draft.ts';
import { OwnForm } from './form.tsx';
import { useOwnActions } from './save.ts';

/** A question that the person writes, or changes. */
export function OwnPage() {
  const { id = '' } = useParams();
  const isNew = id === 'new';
  const bank = useLive(({ db }) => readPlanBank(db), []);
  const before = useLive(async ({ db }) => (isNew ? 'new' : await readOwn(db, id as ItemId)), [id]);
  useTitle(isNew ? 'A question of your own' : 'Change your question');
  if (!bank || before === undefined) return null;
  if (before === null) {
    return (
      <NothingHere title="No question of yours has this address">
        It may have been removed, here or on another device.
      </NothingHere>
    );
  }
  return <Editor key={id} bank={bank} before={before === 'new' ? null : before} />;
}

interface EditorProps {
  readonly bank: PlanBank;
  readonly before: OwnQuestion | null;
}

function Editor({ bank, before }: EditorProps) {
  const [params] = useSearchParams();
  const [start] = useState(() => (before ? draftOf(before) : emptyDraft(params.get('title') ?? '')));
  const [draft, setDraft] = useState(start);
  const [busy, setBusy] = useState(false);
  const navigate = useNavigate();
  const guard = useLeaveGuard(draft !== start);
  const { save, remove } = useOwnActions(params);
  const campaign = params.get('campaign');
  const back = before ? `/q/${before.id}` : campaign === null ? '/library' : `/plan/${campaign}/debrief`;
  const store = async (): Promise<void> => {
    const own = ownOf(draft, before?.id ?? newOwnId());
    setBusy(true);
    const kept = await save(own, before);
    setBusy(false);
    if (!kept) return;
    guard.release();
    await navigate(`/q/${own.id}`, { replace: true });
  };
  const drop = async (): Promise<void> => {
    if (!before || !(await remove(before))) return;
    guard.release();
    await navigate('/library', { replace: true });
  };
  return (
    <Page>
      <PageHeader
        title={before ? 'Change your question' : 'A question of your own'}
        line={<Link to="/library?tag=own">Your own questions</Link>}
        lead="It is asked, searched and planned like those of the bank, and travels in your backups."
        actions={<PageTools />}
      />
      <OwnForm
        draft={draft}
        onChange={setDraft}
        domains={bank.domains}
        busy={busy}
        onSave={() => void store()}
        onCancel={() => void navigate(back)}
      />
      {before && (
        <Row>
          <Button variant="danger" onClick={() => void drop()}>
            Delete this question
          </Button>
        </Row>
      )}
      {guard.dialog}
    </Page>
  );
}
