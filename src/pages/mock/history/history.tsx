import { percentOf } from '#bank/percent.ts';
import { useState } from 'react';
import { Link } from 'react-router';
import { scoreOfAll } from '#mock/score.ts';
import { countOf, longDate } from '#pages/parts/format.ts';
import { readMockHistory, type FinishedMock } from '#storage/mock-history.ts';
import { useLive } from '#storage/use-live.ts';
import { Button } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { settingsOf } from '#pages/mock/settings-of.ts';
import { settingsInWords } from '#pages/mock/setup/words.ts';
import { useTopicNames, type TopicNames } from '#pages/parts/topic-names.ts';
import { Trends } from './trends.tsx';
import { Weaknesses } from './weaknesses.tsx';
import css from './history.module.css';

/** Earlier mocks, the last first, with what they show together. */
export function History() {
  const history = useLive(({ db }) => readMockHistory(db), []);
  const names = useTopicNames();
  if (!history || !names || (history.mocks.length === 0 && history.unreadable === 0)) return null;
  const { mocks, unreadable } = history;
  const records = mocks.map(({ record }) => record);
  return (
    <>
      <Weaknesses records={records} />
      <Trends records={records} names={names} />
      <Card title="Earlier mocks" aside={String(mocks.length)}>
        <Entries mocks={mocks} names={names} />
        {unreadable > 0 && <Muted>{countOf(unreadable, 'stored mock')} cannot be read; it is kept as it is.</Muted>}
      </Card>
    </>
  );
}

interface EntriesProps {
  readonly mocks: readonly FinishedMock[];
  readonly names: TopicNames;
}

function Entries({ mocks, names }: EntriesProps) {
  const [all, setAll] = useState(false);
  return (
    <>
      <ul className={css['list']}>
        {mocks.slice(0, all ? undefined : SHOWN).map((mock) => (
          <Entry key={mock.id} mock={mock} names={names} />
        ))}
      </ul>
      {!all && mocks.length > SHOWN && (
        <Button variant="plain" onClick={() => setAll(true)}>
          Show all {mocks.length}
        </Button>
      )}
    </>
  );
}

const SHOWN = 10;

interface EntryProps extends Pick<EntriesProps, 'names'> {
  readonly mock: FinishedMock;
}

function Entry({ mock: { id, record }, names }: EntryProps) {
  const { value } = scoreOfAll(record.answers);
  const settings = settingsOf(record);
  const { format, length, items } = settings;
  const asked = record.answers.length;
  const wanted = length.kind === 'count' && format !== 'ladder' ? length.count : null;
  const tellsAll = (items.length > 0 ? items.length : wanted) === asked;
  return (
    <li>
      <Link to={`/mock/${id}`} className={css['entry']}>
        <span className={css['name']}>{settingsInWords(settings, names)}</span>
        <span className={css['score']}>{value === null ? 'no score' : percentOf(value)}</span>
        <span className={css['date']}>
          {longDate(record.finishedAtMs)}
          {tellsAll ? '' : `, ${countOf(asked, 'question')}`}
          {record.by === 'partner' ? ', with a partner' : ''}
        </span>
      </Link>
    </li>
  );
}
