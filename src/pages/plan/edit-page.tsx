import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { StudyDay } from '#memory/study-day.ts';
import { useLeaveGuard } from '#pages/parts/leave-guard.tsx';
import { PageTools } from '#pages/parts/page-tools.tsx';
import { useTitle } from '#pages/parts/use-title.ts';
import type { Campaign, CampaignId } from '#plan/campaign.ts';
import { emphasisFrom } from '#plan/debrief.ts';
import { readPlanBank, type PlanBank } from '#storage/plan-bank.ts';
import { getStorage } from '#storage/current.ts';
import { newCampaignId, readCampaign, readCampaigns } from '#storage/plan-campaigns.ts';
import { useLive } from '#storage/use-live.ts';
import { Page, PageHeader } from '#ui/page.tsx';
import { campaignOf, draftOf, emptyDraft } from './draft.ts';
import { CampaignForm } from './form.tsx';
import { JobPaste } from './job-paste.tsx';
import { nameOf } from './names.ts';
import { NoSuchInterview } from './no-such.tsx';
import { useCampaignActions } from './save.ts';

/** A new interview, or one that is changed. */
export function EditPage({ today }: { readonly today: StudyDay }) {
  const { id } = useParams();
  const bank = useLive(({ db }) => readPlanBank(db), []);
  const before = useLive(async ({ db }) => (id === undefined ? 'new' : await readCampaign(db, id as CampaignId)), [id]);
  useTitle(id === undefined ? 'A new interview' : 'Change the interview');
  if (!bank || before === undefined) return null;
  if (before === null) return <NoSuchInterview />;
  return <Editor today={today} bank={bank} before={before === 'new' ? null : before} />;
}

interface EditorProps {
  readonly today: StudyDay;
  readonly bank: PlanBank;
  readonly before: Campaign | null;
}

function Editor({ today, bank, before }: EditorProps) {
  const [start] = useState(() => (before ? draftOf(before) : emptyDraft(today)));
  const [draft, setDraft] = useState(start);
  const guard = useLeaveGuard(draft !== start);
  const [busy, setBusy] = useState(false);
  const navigate = useNavigate();
  const { save } = useCampaignActions();
  const back = before ? `/plan/${before.id}` : '/plan';
  const store = async (): Promise<void> => {
    const id = before?.id ?? newCampaignId();
    setBusy(true);
    const written = campaignOf(draft, id, before);
    const others = before ? [] : await readCampaigns(getStorage().db);
    if (await save(emphasisFrom(others, written))) {
      guard.release();
      void navigate(`/plan/${id}`, { replace: true });
    } else setBusy(false);
  };
  return (
    <Page>
      <PageHeader
        title={before ? nameOf(before) : 'A new interview'}
        line={<Link to="/plan">Interviews</Link>}
        lead="Only the date matters to begin with; the rest makes the plan fit better, and can be changed at any time."
        actions={<PageTools />}
      />
      <JobPaste draft={draft} onChange={setDraft} domains={bank.domains} />
      <CampaignForm
        draft={draft}
        onChange={setDraft}
        today={today}
        held={before?.date ?? null}
        domains={bank.domains}
        questions={bank.questions}
        onSave={() => void store()}
        onCancel={() => void navigate(back)}
        busy={busy}
      />
      {guard.dialog}
    </Page>
  );
}
