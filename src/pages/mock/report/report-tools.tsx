import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { ItemId, Question } from '#bank/item.ts';
import { reportMarkdown } from '#mock/markdown.ts';
import { mockQuery } from '#mock/link.ts';
import type { MockSettings } from '#mock/settings.ts';
import type { TopicNames } from '#pages/parts/topic-names.ts';
import { settingsInWords } from '#pages/mock/setup/words.ts';
import { amountInWords } from '#pages/mock/voice/words.ts';
import { isoDateOf } from '#pages/parts/dates.ts';
import { download } from '#pages/parts/download.ts';
import { useEnvironment } from '#pages/parts/environment-provider.tsx';
import { longDate } from '#pages/parts/format.ts';
import { getStorage } from '#storage/current.ts';
import { takeBackMock } from '#storage/mock-finish.ts';
import type { FinishedMock } from '#storage/mock-history.ts';
import { readAmount } from '#storage/recordings.ts';
import { useLive } from '#storage/use-live.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Menu } from '#ui/menu.tsx';
import { pointTextIn } from './use-questions.ts';
import css from './report.module.css';

export interface ReportToolsProps {
  readonly mock: FinishedMock;
  readonly settings: MockSettings;
  readonly questions: ReadonlyMap<ItemId, Question> | undefined;
  readonly names: TopicNames;
}

/** What can be done with a report. */
export function ReportTools({ mock, settings, questions, names }: ReportToolsProps) {
  const [taking, setTaking] = useState(false);
  const save = (): void => saveMarkdown(mock, settings, questions ?? new Map(), names);
  return (
    <div className={css['tools']}>
      <Link to={`/mock?${mockQuery(settings)}`} className={buttonClass({})}>
        The same again
      </Link>
      <Menu
        label="More"
        words
        items={[
          { id: 'markdown', label: 'Save as Markdown', icon: 'download', onSelect: save },
          { id: 'print', label: 'Print', icon: 'print', onSelect: () => window.print() },
          { id: 'back', label: 'Take this mock back', icon: 'undo', danger: true, onSelect: () => setTaking(true) },
        ]}
      />
      <TakeBack mock={mock} open={taking} onClose={() => setTaking(false)} />
    </div>
  );
}

function saveMarkdown(
  { record }: FinishedMock,
  settings: MockSettings,
  questions: ReadonlyMap<ItemId, Question>,
  names: TopicNames,
): void {
  const text = reportMarkdown({
    record,
    title: settingsInWords(settings, names),
    date: longDate(record.finishedAtMs),
    climbed: settings.format === 'ladder' ? settings.topics : null,
    topicName: names,
    pointText: (item, point) => pointTextIn(questions, item, point),
  });
  download(new Blob([text], { type: 'text/markdown' }), `lamplight-mock-${isoDateOf(record.finishedAtMs)}.md`);
}

interface TakeBackProps extends Pick<ReportToolsProps, 'mock'> {
  readonly open: boolean;
  readonly onClose: () => void;
}

function TakeBack({ mock, open, onClose }: TakeBackProps) {
  const environment = useEnvironment();
  const navigate = useNavigate();
  const { toast } = useAnnounce();
  const amount = useLive(({ db }) => readAmount(db, mock.id), [mock.id]);
  const takeBack = async (): Promise<void> => {
    if (!environment) return;
    try {
      await takeBackMock(getStorage().db, mock.id, environment);
      toast({ text: 'The mock was taken back, with every review that it was.' });
      await navigate('/mock', { replace: true });
    } catch {
      onClose();
      toast({ text: 'It could not be taken back. Nothing has changed. Try again.' });
    }
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Take this mock back?"
      actions={
        <>
          <Button variant="plain" onClick={onClose}>
            Keep it
          </Button>
          <Button variant="danger" onClick={() => void takeBack()}>
            Take it back
          </Button>
        </>
      }
    >
      <p>Its report goes, and its answers no longer count as reviews: your cards are as if it had never been.</p>
      {amount && amount.stretches > 0 && <p>Its recordings are deleted with it: {amountInWords(amount)}.</p>}
    </Dialog>
  );
}
