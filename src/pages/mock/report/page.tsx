import { useParams } from 'react-router';
import { scoreOfAll } from '#mock/score.ts';
import { Line } from '#pages/parts/line.tsx';
import { longDate } from '#pages/parts/format.ts';
import { NothingHere } from '#pages/parts/nothing-here.tsx';
import { useTitle } from '#pages/parts/use-title.ts';
import { readMock, type FinishedMock } from '#storage/mock-history.ts';
import { useLive } from '#storage/use-live.ts';
import { Card } from '#ui/card.tsx';
import { Page, PageHeader, Stack } from '#ui/page.tsx';

/** What a mock showed. */
export function ReportPage() {
  useTitle('Mock report');
  const { id = '' } = useParams();
  const mock = useLive(({ db }) => readMock(db, id), [id]);
  if (mock === undefined) return null;
  if (mock === null) {
    return (
      <NothingHere title="No such mock" icon="mic">
        It was taken back, or it is on another device: a backup brings it here.
      </NothingHere>
    );
  }
  return <Report mock={mock} />;
}

function Report({ mock: { record } }: { readonly mock: FinishedMock }) {
  const { value, core } = scoreOfAll(record.answers);
  return (
    <Page width="wide">
      <PageHeader
        title={value === null ? 'No score' : `${Math.round(value * 100)} %`}
        line={longDate(record.finishedAtMs)}
        lead={`${core.heard} of ${core.of} core points.`}
      />
      <Stack>
        {record.answers.map((answer, place) => (
          <Card key={place} title={<Line text={answer.title} />}>
            <p>{answer.outcome}</p>
          </Card>
        ))}
      </Stack>
    </Page>
  );
}
