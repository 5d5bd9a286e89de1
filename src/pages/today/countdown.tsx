import { Link } from 'react-router';
import type { Environment } from '#pages/parts/environment.ts';
import { useToday } from '#pages/parts/use-today.ts';
import { daysAwayInWords, nameOf } from '#pages/plan/names.ts';
import { verdictInWords } from '#pages/plan/outlook-words.ts';
import { ReadinessView } from '#pages/plan/readiness-view.tsx';
import { outlookOf, useOutlooks } from '#pages/plan/use-outlook.ts';
import { phaseOf, type Campaign } from '#plan/campaign.ts';
import { readCampaigns } from '#storage/plan-campaigns.ts';
import type { Outlook } from '#storage/plan-outlook.ts';
import { useLive } from '#storage/use-live.ts';
import { buttonClass } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Row } from '#ui/page.tsx';
import { Restart } from './restart.tsx';
import css from './today.module.css';

/** So many days after an interview its questions are still remembered. */
const TELL_DAYS = 14;

/** The interviews that are near: how far, how ready, and whether the minutes are enough. */
export function Countdown({ environment }: { readonly environment: Environment }) {
  const today = useToday(environment.settings);
  const campaigns = useLive(({ db }) => readCampaigns(db), []);
  const row = useOutlooks(today);
  if (!campaigns || row === undefined) return null;
  const ahead = campaigns.filter((campaign) => phaseOf(campaign, today) !== 'over');
  const past = campaigns.filter(({ date, asked, ended }) => {
    return date < today && today - date <= TELL_DAYS && asked.length === 0 && !ended;
  });
  return (
    <>
      {past.map((campaign) => (
        <Card
          key={campaign.id}
          kicker="Interview"
          title={nameOf(campaign)}
          aside={daysAwayInWords(campaign.date, today)}
        >
          <Muted>What was asked? Told soon, it makes the next plan better.</Muted>
          <Row>
            <Link to={`/plan/${campaign.id}/debrief`} className={buttonClass({})}>
              Tell what was asked
            </Link>
          </Row>
        </Card>
      ))}
      {ahead.map((campaign) => (
        <Ahead
          key={campaign.id}
          campaign={campaign}
          outlook={outlookOf(row, campaign.id)}
          away={daysAwayInWords(campaign.date, today)}
          isToday={campaign.date === today}
        />
      ))}
      {ahead.length === 0 && <Restart environment={environment} today={today} />}
    </>
  );
}

interface AheadProps {
  readonly campaign: Campaign;
  readonly outlook: Outlook | undefined;
  readonly away: string;
  readonly isToday: boolean;
}

function Ahead({ campaign, outlook, away, isToday }: AheadProps) {
  const title = (
    <Link to={`/plan/${campaign.id}`} className={css['quiet']}>
      {nameOf(campaign)}
    </Link>
  );
  return (
    <Card kicker="Interview" title={title} aside={away}>
      {outlook ? (
        <>
          <ReadinessView outlook={outlook} />
          {outlook.verdict && <Muted>{verdictInWords(outlook.verdict, campaign.minutesPerDay)}</Muted>}
        </>
      ) : (
        <Muted>Working out where the days lead.</Muted>
      )}
      {isToday && (
        <Row>
          <Link to={`/plan/${campaign.id}/day`} className={buttonClass({ variant: 'primary' })}>
            Warm up, 20 minutes
          </Link>
          {campaign.asked.length === 0 && (
            <Link to={`/plan/${campaign.id}/debrief`} className={buttonClass({})}>
              Tell what was asked
            </Link>
          )}
        </Row>
      )}
    </Card>
  );
}
