import { Link, useSearchParams } from 'react-router';
import { tierFromWord, type Tier } from '#bank/tier.ts';
import { Line } from '#pages/parts/line.tsx';
import type { Environment } from '#pages/parts/environment.ts';
import { PageTools } from '#pages/parts/page-tools.tsx';
import { TierLine } from '#pages/parts/tier-line.tsx';
import { useEnvironment } from '#pages/parts/environment-provider.tsx';
import { useTitle } from '#pages/parts/use-title.ts';
import { useToday } from '#pages/parts/use-today.ts';
import type { WayQuestion } from '#progress/way.ts';
import { readBankIndex } from '#storage/bank-index.ts';
import type { LamplightDb } from '#storage/database.ts';
import { readPickOfDay } from '#storage/path-read.ts';
import { useLive } from '#storage/use-live.ts';
import { buttonClass } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Page, PageHeader, Row, Stack } from '#ui/page.tsx';
import { AnswerClock } from './answer-clock.tsx';
import { TierChoice } from './tier-choice.tsx';

/** There are no mock interviews yet; what there is: one question of the day, aloud, with a clock. */
export function MockPage() {
  useTitle('Mock');
  const environment = useEnvironment();
  return (
    <Page>
      <PageHeader
        title="Answer aloud"
        line="Mock"
        lead="Mock interviews are not in this version. One question against the clock is."
        actions={<PageTools />}
      />
      {environment && <OneQuestion environment={environment} />}
    </Page>
  );
}

function OneQuestion({ environment: { settings, context } }: { readonly environment: Environment }) {
  const [params, setParams] = useSearchParams();
  const tier = tierFromWord(params.get('tier') ?? '') ?? 'foundational';
  const today = useToday(settings);
  const wanted = params.get('q');
  const question = useLive(
    async ({ db }) =>
      (wanted === null ? null : await readNamed(db, wanted)) ??
      (await readPickOfDay(db, tier, today, context.scheduler)),
    [wanted, tier, today, context],
  );
  return (
    <Stack>
      <TierChoice tier={question?.tier ?? tier} onChange={(value) => setParams({ tier: value }, { replace: true })} />
      {question && <Asked key={question.id} question={question} />}
      {question === null && <NothingOpen tier={tier} />}
    </Stack>
  );
}

/** The question that the address asks for; null when the bank has none of this id. */
async function readNamed(db: LamplightDb, id: string): Promise<WayQuestion | null> {
  const { questions } = await readBankIndex(db);
  return questions.find((question) => question.id === id) ?? null;
}

function Asked({ question }: { readonly question: WayQuestion }) {
  return (
    <Card variant="lamp" title={<Line text={question.title} />}>
      <TierLine tier={question.tier} topic={question.topic} />
      <AnswerClock seconds={question.seconds} />
      <Row>
        <Link to={`/q/${question.id}`} className={buttonClass({})}>
          Compare with the answer
        </Link>
        <Link to="/review" className={buttonClass({ variant: 'plain' })}>
          Start review
        </Link>
      </Row>
    </Card>
  );
}

function NothingOpen({ tier }: { readonly tier: Tier }) {
  return (
    <Card title={`Nothing new or fading among the ${tier} questions`}>
      <Muted>All of them are learnt and still bright. Take another tier, or come back when one fades.</Muted>
    </Card>
  );
}
