import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { StudyDay } from '#memory/study-day.ts';
import { PageTools } from '#pages/parts/page-tools.tsx';
import { useTitle } from '#pages/parts/use-title.ts';
import type { CampaignId } from '#plan/campaign.ts';
import type { WarmUp } from '#plan/interview-day.ts';
import { getStorage } from '#storage/current.ts';
import { unreported } from '#storage/heavy-progress.ts';
import { runHeavy } from '#storage/heavy.ts';
import { Button, buttonClass } from '#ui/button.tsx';
import { Meter } from '#ui/meter.tsx';
import { Page, PageHeader, Row } from '#ui/page.tsx';
import { EmptyState } from '#ui/state.tsx';
import { NoSuchInterview } from './no-such.tsx';
import { WarmUpCard } from './warm-up-card.tsx';

/** The warm-up, once it is worked out; null when there is no such interview ahead. */
function useWarmUp(id: CampaignId, today: StudyDay): readonly WarmUp[] | null | undefined {
  const [plan, setPlan] = useState<readonly WarmUp[] | null>();
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    const { outcome, cancel } = runHeavy(getStorage().db, 'warmUp', { campaign: id, today }, unreported);
    const take = async (): Promise<void> => {
      const end = await outcome;
      if (end.kind === 'done') setPlan(end.value);
      else if (end.kind === 'failed') setFailure(end.detail);
    };
    void take();
    return cancel;
  }, [id, today]);
  if (failure !== null) throw new Error(failure);
  return plan;
}

/** The day of the interview: what is most likely to slip, and nothing new. Nothing is graded. */
export function DayPage({ today }: { readonly today: StudyDay }) {
  const { id = '' } = useParams();
  const plan = useWarmUp(id as CampaignId, today);
  useTitle('Warm up');
  if (plan === undefined) return null;
  return plan === null ? <NoSuchInterview /> : <WarmingUp plan={plan} back={`/plan/${id}`} />;
}

function WarmingUp({ plan, back }: { readonly plan: readonly WarmUp[]; readonly back: string }) {
  const [place, setPlace] = useState(0);
  const current = plan[place];
  return (
    <Page>
      <PageHeader
        title="Warm up"
        line={<Link to={back}>The interview</Link>}
        lead="Twenty minutes at most: points that could slip, then one-minute summaries. Nothing new, nothing graded."
        actions={<PageTools />}
      />
      {plan.length > 0 && (
        <Meter label="Gone over" value={place} max={plan.length} text={`${place} of ${plan.length}`} thin />
      )}
      {current ? (
        <>
          <WarmUpCard key={place} warmUp={current} onNext={() => setPlace(place + 1)} />
          {place > 0 && (
            <Row>
              <Button onClick={() => setPlace(place - 1)}>Back to the last one</Button>
            </Row>
          )}
        </>
      ) : (
        <End any={plan.length > 0} back={back} />
      )}
    </Page>
  );
}

function End({ any, back }: { readonly any: boolean; readonly back: string }) {
  const on = (
    <Link to={back} className={buttonClass({ variant: 'primary' })}>
      Back to the interview
    </Link>
  );
  return any ? (
    <EmptyState title="You are warm" actions={on}>
      That is all for today. Drink some water, and trust what you know.
    </EmptyState>
  ) : (
    <EmptyState title="Nothing to go over" actions={on}>
      The warm-up goes over what you have answered before, and that is nothing yet of what this interview asks.
    </EmptyState>
  );
}
