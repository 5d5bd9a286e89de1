import { Link } from 'react-router';
import type { StudyDay } from '#memory/study-day.ts';
import { countOf } from '#pages/parts/format.ts';
import { PageTools } from '#pages/parts/page-tools.tsx';
import { useTitle } from '#pages/parts/use-title.ts';
import { phaseOf, type Campaign } from '#plan/campaign.ts';
import { readCampaigns } from '#storage/plan-campaigns.ts';
import { useLive } from '#storage/use-live.ts';
import { buttonClass } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Page, PageHeader, Row } from '#ui/page.tsx';
import { EmptyState } from '#ui/state.tsx';
import { longDay } from '#pages/parts/dates.ts';
import { daysAwayInWords, nameOf } from './names.ts';
import css from './plan.module.css';

/** All interviews: those ahead, then those that are over. */
export function ListPage({ today }: { readonly today: StudyDay }) {
  useTitle('Interviews');
  const campaigns = useLive(({ db }) => readCampaigns(db), []);
  if (!campaigns) return null;
  const ahead = campaigns.filter((campaign) => phaseOf(campaign, today) !== 'over');
  const over = campaigns.filter((campaign) => phaseOf(campaign, today) === 'over').toReversed();
  const add = (
    <Link to="/plan/new" className={buttonClass({ variant: 'primary' })}>
      Add an interview
    </Link>
  );
  return (
    <Page>
      <PageHeader
        title="Interviews"
        lead="With a date, each day’s minutes go to what raises your chances on that day most. After it, the ordinary review goes on."
        actions={<PageTools />}
      />
      {campaigns.length === 0 ? (
        <EmptyState title="No interview yet" icon="calendar" actions={add}>
          Tell its date, and the days until then are planned: what to see for the first time, what to go over again, and
          whether your minutes are enough.
        </EmptyState>
      ) : (
        <>
          <Row>{add}</Row>
          {ahead.map((campaign) => (
            <Entry key={campaign.id} campaign={campaign} today={today} />
          ))}
          {over.length > 0 && (
            <section className={css['main']} aria-label="Past interviews">
              <h2>Past</h2>
              {over.map((campaign) => (
                <Entry key={campaign.id} campaign={campaign} today={today} />
              ))}
            </section>
          )}
        </>
      )}
    </Page>
  );
}

function Entry({ campaign, today }: { readonly campaign: Campaign; readonly today: StudyDay }) {
  const { id, date, minutesPerDay, asked, ended } = campaign;
  const past = phaseOf(campaign, today) === 'over';
  const told = asked.length === 0 ? 'Not told yet what was asked.' : `${countOf(asked.length, 'question')} told.`;
  return (
    <Card
      title={<Link to={`/plan/${id}`}>{nameOf(campaign)}</Link>}
      aside={ended && date >= today ? 'ended' : daysAwayInWords(date, today)}
      level={past ? 3 : 2}
    >
      <Muted>
        {longDay(date, today)}. {past ? told : `${countOf(minutesPerDay, 'minute')} a day.`}
      </Muted>
    </Card>
  );
}
