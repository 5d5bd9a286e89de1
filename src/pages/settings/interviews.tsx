import { Link } from 'react-router';
import { daysAwayInWords, nameOf } from '#pages/plan/names.ts';
import { todayOf } from '#pages/parts/environment.ts';
import { useNow } from '#pages/parts/use-now.ts';
import { phaseOf } from '#plan/campaign.ts';
import type { Settings } from '#review/settings.ts';
import { readCampaigns } from '#storage/plan-campaigns.ts';
import { useLive } from '#storage/use-live.ts';
import { buttonClass } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Row } from '#ui/page.tsx';
import { Section } from './section.tsx';
import css from './settings.module.css';

/** The interviews that are prepared for, and the way to them. */
export function InterviewsSection({ settings }: { readonly settings: Settings }) {
  const today = todayOf(settings, useNow());
  const campaigns = useLive(({ db }) => readCampaigns(db), []);
  const ahead = campaigns?.filter((campaign) => phaseOf(campaign, today) !== 'over') ?? [];
  return (
    <Section
      title="Interview"
      lead="With a date, each day’s minutes go to what raises your chances on that day most. After it, the ordinary review goes on."
    >
      <Card>
        {ahead.length === 0 ? (
          <Muted>No interview is planned: the review keeps everything at your desired retention.</Muted>
        ) : (
          <dl className={css['facts']}>
            {ahead.map((campaign) => (
              <div key={campaign.id}>
                <dt>{daysAwayInWords(campaign.date, today)}</dt>
                <dd>
                  <Link to={`/plan/${campaign.id}`}>{nameOf(campaign)}</Link>
                </dd>
              </div>
            ))}
          </dl>
        )}
        <Row>
          <Link to={ahead.length === 0 ? '/plan/new' : '/plan'} className={buttonClass({})}>
            {ahead.length === 0 ? 'Add an interview' : 'All interviews'}
          </Link>
        </Row>
      </Card>
    </Section>
  );
}
