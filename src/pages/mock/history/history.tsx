import { Link } from 'react-router';
import { mockFromParams } from '#mock/settings.ts';
import { scoreOfAll } from '#mock/score.ts';
import { countOf, longDate } from '#pages/parts/format.ts';
import { readMockHistory, type FinishedMock } from '#storage/mock-history.ts';
import { useLive } from '#storage/use-live.ts';
import { Card, Muted } from '#ui/card.tsx';
import { settingsInWords } from '#pages/mock/setup/words.ts';
import css from './history.module.css';

/** Earlier mocks, the last first. */
export function History() {
  const history = useLive(({ db }) => readMockHistory(db), []);
  if (!history) return null;
  const { mocks, unreadable } = history;
  if (mocks.length === 0 && unreadable === 0) return null;
  return (
    <Card title="Earlier mocks" aside={String(mocks.length)}>
      <ul className={css['list']}>
        {mocks.slice(0, SHOWN).map((mock) => (
          <Entry key={mock.id} mock={mock} />
        ))}
      </ul>
      {unreadable > 0 && <Muted>{countOf(unreadable, 'stored mock')} cannot be read; it is kept as it is.</Muted>}
    </Card>
  );
}

const SHOWN = 10;

function Entry({ mock: { id, record } }: { readonly mock: FinishedMock }) {
  const params = new URLSearchParams(record.setup);
  const { value } = scoreOfAll(record.answers);
  return (
    <li>
      <Link to={`/mock/${id}`} className={css['entry']}>
        <span className={css['name']}>{settingsInWords(mockFromParams((name) => params.get(name)))}</span>
        <span className={css['score']}>{value === null ? 'no score' : `${Math.round(value * 100)} %`}</span>
        <span className={css['date']}>
          {longDate(record.finishedAtMs)}, {countOf(record.answers.length, 'question')}
          {record.by === 'partner' ? ', with a partner' : ''}
        </span>
      </Link>
    </li>
  );
}
