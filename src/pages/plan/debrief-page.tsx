import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { StudyDay } from '#memory/study-day.ts';
import { PageTools } from '#pages/parts/page-tools.tsx';
import { useTitle } from '#pages/parts/use-title.ts';
import { phaseOf, type AskedQuestion, type Campaign, type CampaignId } from '#plan/campaign.ts';
import { CAMPAIGN_LIMITS } from '#plan/campaign-row.ts';
import { afterDebrief } from '#plan/debrief.ts';
import { getStorage } from '#storage/current.ts';
import { readCampaign, readCampaigns } from '#storage/plan-campaigns.ts';
import { useLive } from '#storage/use-live.ts';
import { Card, Muted } from '#ui/card.tsx';
import { Page, PageHeader } from '#ui/page.tsx';
import { AskedForm } from './asked-form.tsx';
import { AskedList } from './asked-list.tsx';
import { nameOf } from './names.ts';
import { NoSuchInterview } from './no-such.tsx';
import { useCampaignActions } from './save.ts';

/** After the interview: what was asked, and how it went. */
export function DebriefPage({ today }: { readonly today: StudyDay }) {
  const { id } = useParams();
  const campaign = useLive(({ db }) => readCampaign(db, id as CampaignId), [id]);
  useTitle('What was asked');
  if (campaign === undefined) return null;
  return campaign === null ? <NoSuchInterview /> : <Debrief campaign={campaign} today={today} />;
}

/** Without what was told, wherever it stands by now; null when it is gone already. */
function withoutAsked(now: Campaign, gone: AskedQuestion | undefined): Campaign | null {
  const at = now.asked.findIndex(
    ({ item, text, went }) => item === gone?.item && text === gone.text && went === gone.went,
  );
  return at < 0 ? null : { ...now, asked: now.asked.toSpliced(at, 1) };
}

function Debrief({ campaign, today }: { readonly campaign: Campaign; readonly today: StudyDay }) {
  const { change } = useCampaignActions();
  const [added, setAdded] = useState(0);
  const full = campaign.asked.length >= CAMPAIGN_LIMITS.asked;
  const add = async (asked: AskedQuestion): Promise<void> => {
    const tell = (now: Campaign) => afterDebrief({ ...now, asked: [...now.asked, asked] }, [asked]);
    if (!(await change(campaign.id, tell, 'Kept on this device'))) return;
    setAdded(added + 1);
    const others = await readCampaigns(getStorage().db);
    for (const other of others) {
      if (other.id !== campaign.id && phaseOf(other, today) !== 'over' && asked.item !== null)
        await change(other.id, (now) => afterDebrief(now, [asked]), 'Counts more in the interviews ahead');
    }
  };
  const remove = (index: number): void =>
    void change(campaign.id, (now) => withoutAsked(now, campaign.asked[index]), 'Removed');
  return (
    <Page>
      <PageHeader
        title="What was asked"
        line={<Link to={`/plan/${campaign.id}`}>{nameOf(campaign)}</Link>}
        lead="Write it down while you remember it. What matches the bank counts more in your next interviews, the more so what went badly; what it lacks can become a card of your own."
        actions={<PageTools />}
      />
      <Card title={campaign.asked.length === 0 ? 'The first question' : 'Another question'}>
        {full ? (
          <Muted>That is as many as one interview can hold.</Muted>
        ) : (
          <AskedForm key={added} today={today} onAdd={add} />
        )}
      </Card>
      {campaign.asked.length > 0 && <AskedList campaign={campaign.id} asked={campaign.asked} onRemove={remove} />}
    </Page>
  );
}
