import { useRef } from 'react';
import { useParams } from 'react-router';
import { isProbing } from '#mock/run.ts';
import type { MockSettings } from '#mock/settings.ts';
import { scoreOfAll } from '#mock/score.ts';
import { useUnfoldedPrint } from '#pages/parts/use-unfolded-print.ts';
import { settingsOf } from '#pages/mock/settings-of.ts';
import { useTopicNames, type TopicNames } from '#pages/parts/topic-names.ts';
import { settingsInWords } from '#pages/mock/setup/words.ts';
import { countOf, longDate } from '#pages/parts/format.ts';
import { NothingHere } from '#pages/parts/nothing-here.tsx';
import { useTitle } from '#pages/parts/use-title.ts';
import { readMockHistory, type FinishedMock } from '#storage/mock-history.ts';
import { useLive } from '#storage/use-live.ts';
import { Page, PageHeader, Stack } from '#ui/page.tsx';
import { Answers } from './answers.tsx';
import { Ceilings } from './ceilings.tsx';
import { Comparisons } from './comparisons.tsx';
import { Missed } from './missed.tsx';
import { NextSteps } from './next-steps.tsx';
import { ReportTools } from './report-tools.tsx';
import { Scores } from './scores.tsx';
import { TimeCard } from './time-card.tsx';
import { percent } from './words.ts';
import { useQuestions } from './use-questions.ts';
import css from './report.module.css';

/** What one mock showed. */
export function ReportPage() {
  useTitle('Mock report');
  const { id = '' } = useParams();
  const history = useLive(({ db }) => readMockHistory(db), []);
  const names = useTopicNames();
  if (!history || !names) return null;
  const at = history.mocks.findIndex((mock) => mock.id === id);
  const mock = history.mocks[at];
  if (!mock) {
    return (
      <NothingHere title="No such mock" icon="mic">
        It was taken back, or it is on another device: a backup brings it here.
      </NothingHere>
    );
  }
  return <Report mock={mock} earlier={history.mocks.slice(at + 1)} names={names} />;
}

interface ReportProps {
  readonly mock: FinishedMock;
  /** Those before it, the last first. */
  readonly earlier: readonly FinishedMock[];
  readonly names: TopicNames;
}

function Report({ mock, earlier, names }: ReportProps) {
  const { record } = mock;
  const { answers } = record;
  const settings = settingsOf(record);
  const before = earlier.map((each) => each.record);
  const questions = useQuestions(answers);
  const paper = useRef<HTMLDivElement>(null);
  useUnfoldedPrint(paper);
  const { value } = scoreOfAll(answers);
  return (
    <Page width="wide">
      <PageHeader
        title={value === null ? 'Done, without a score' : percent(value)}
        line={`${settingsInWords(settings, names)}, ${longDate(record.finishedAtMs)}`}
        lead={restsOn(mock, settings)}
      />
      <ReportTools mock={mock} settings={settings} questions={questions} names={names} />
      <div className={css['columns']} ref={paper}>
        <Stack>
          <NextSteps record={record} earlier={before} settings={settings} names={names} />
          {questions && <Missed answers={answers} questions={questions} />}
          <Answers
            answers={answers}
            mock={mock.id}
            probing={isProbing(settings)}
            questions={questions}
            startedAtMs={record.startedAtMs}
          />
        </Stack>
        <Stack>
          {settings.format === 'ladder' && <Ceilings answers={answers} topics={settings.topics} names={names} />}
          <Scores answers={answers} names={names} />
          <Comparisons record={record} earlier={before} names={names} />
          <TimeCard record={record} />
        </Stack>
      </div>
    </Page>
  );
}

/** What the score rests on, in a sentence. */
function restsOn({ record: { answers, by, ended } }: FinishedMock, { role }: MockSettings): string {
  const { core, answers: scored } = scoreOfAll(answers);
  const parts = [
    `It rests on ${countOf(scored, 'answer')}${core.of > 0 ? ` and ${core.heard} of ${core.of} core points` : ''}.`,
    ...(ended === 'early' ? ['Ended before its last question.'] : []),
    ...(by === 'partner' ? ['Judged by a partner.'] : []),
    ...(role === '' ? [] : [`For: ${role}.`]),
  ];
  return parts.join(' ');
}
