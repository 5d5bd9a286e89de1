import { Link, useNavigate, useParams } from 'react-router';
import type { StudyDay } from '#memory/study-day.ts';
import { countOf } from '#pages/parts/format.ts';
import { PageTools } from '#pages/parts/page-tools.tsx';
import { useTitle } from '#pages/parts/use-title.ts';
import { phaseOf, type Campaign, type CampaignId } from '#plan/campaign.ts';
import { readCampaign, readCampaigns } from '#storage/plan-campaigns.ts';
import { useLive } from '#storage/use-live.ts';
import { Button, buttonClass } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Page, PageHeader, Row } from '#ui/page.tsx';
import { longDay } from '#pages/parts/dates.ts';
import { daysAwayInWords, nameOf } from './names.ts';
import { AheadCard, ReadyCard } from './outlook-cards.tsx';
import { TodayOnly } from './today-only.tsx';
import { outlookOf, useOutlooks } from './use-outlook.ts';
import { NoSuchInterview } from './no-such.tsx';
import { useCampaignActions } from './save.ts';

/** One interview: how it stands and what can be done for it. */
export function OnePage({ today }: { readonly today: StudyDay }) {
  const { id } = useParams();
  const campaign = useLive(({ db }) => readCampaign(db, id as CampaignId), [id]);
  useTitle(campaign ? nameOf(campaign) : undefined);
  if (campaign === undefined) return null;
  return campaign === null ? <NoSuchInterview /> : <One campaign={campaign} today={today} />;
}

function One({ campaign, today }: { readonly campaign: Campaign; readonly today: StudyDay }) {
  const { date, minutesPerDay } = campaign;
  const over = phaseOf(campaign, today) === 'over';
  return (
    <Page>
      <PageHeader
        title={nameOf(campaign)}
        line={<Link to="/plan">Interviews</Link>}
        lead={`${longDay(date, today)}, ${daysAwayInWords(date, today)}. ${countOf(minutesPerDay, 'minute')} a day.`}
        actions={<PageTools />}
      />
      {over ? <Asked campaign={campaign} today={today} /> : <Ahead campaign={campaign} today={today} />}
      <Manage campaign={campaign} today={today} />
    </Page>
  );
}

function Ahead({ campaign, today }: { readonly campaign: Campaign; readonly today: StudyDay }) {
  const outlook = outlookOf(useOutlooks(today), campaign.id);
  const campaigns = useLive(({ db }) => readCampaigns(db), []);
  const { save } = useCampaignActions();
  return (
    <>
      {campaign.date === today && (
        <Card variant="lamp" title="Today is the day">
          <Muted>Twenty minutes of what is most likely to slip, and nothing new. Then rest.</Muted>
          <Row>
            <Link to={`/plan/${campaign.id}/day`} className={buttonClass({ variant: 'primary' })}>
              Warm up
            </Link>
          </Row>
        </Card>
      )}
      <Asked campaign={campaign} today={today} />
      <ReadyCard outlook={outlook} />
      {outlook?.verdict && (
        <AheadCard
          campaign={campaign}
          verdict={outlook.verdict}
          onMinutes={(minutesPerDay) => void save({ ...campaign, minutesPerDay })}
        />
      )}
      {campaigns && <TodayOnly campaigns={campaigns} today={today} />}
    </>
  );
}

/** What was asked, from the day of the interview on: on the day itself the warm-up comes first. */
function Asked({ campaign, today }: { readonly campaign: Campaign; readonly today: StudyDay }) {
  if (campaign.date > today) return null;
  const told = campaign.asked.length > 0;
  const quiet = told || campaign.date === today;
  return (
    <Card variant={quiet ? 'plain' : 'lamp'} title="What was asked">
      <Muted>
        {told
          ? `You told ${countOf(campaign.asked.length, 'question')}.`
          : 'Told soon after, it makes the next plan better: what was asked once is likelier to be asked again.'}
      </Muted>
      <Row>
        <Link to={`/plan/${campaign.id}/debrief`} className={buttonClass({ variant: quiet ? 'quiet' : 'primary' })}>
          {told ? 'See or add' : 'Tell what was asked'}
        </Link>
      </Row>
    </Card>
  );
}

function Manage({ campaign, today }: { readonly campaign: Campaign; readonly today: StudyDay }) {
  const navigate = useNavigate();
  const { save, remove } = useCampaignActions();
  const past = campaign.date < today;
  const over = phaseOf(campaign, today) === 'over';
  const gone = async (): Promise<void> => {
    if (await remove(campaign)) void navigate('/plan', { replace: true });
  };
  const said = campaign.ended ? 'The plan goes on' : 'Ended; the ordinary review goes on';
  return (
    <Card title="This interview">
      <Muted>
        {over
          ? 'The plan is over; the ordinary review goes on. What you have learnt for it is kept.'
          : 'Ending the plan brings the ordinary review back at once; what you have learnt is kept either way.'}
      </Muted>
      <Row>
        <Link to={`/plan/${campaign.id}/edit`} className={buttonClass({})}>
          Change
        </Link>
        {!past && (
          <Button onClick={() => void save({ ...campaign, ended: !campaign.ended }, said)}>
            {campaign.ended ? 'Take up again' : 'End the plan'}
          </Button>
        )}
        <Button variant="danger" onClick={() => void gone()}>
          Remove
        </Button>
      </Row>
    </Card>
  );
}
