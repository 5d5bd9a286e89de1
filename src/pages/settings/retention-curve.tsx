import { useState } from 'react';
import { percentOf } from '#bank/percent.ts';
import type { StudyDay } from '#memory/study-day.ts';
import type { Wishes } from '#plan/campaign.ts';
import type { Workload } from '#plan/workload.ts';
import { getStorage } from '#storage/current.ts';
import { unreported } from '#storage/heavy-progress.ts';
import { runHeavy } from '#storage/heavy.ts';
import { Button } from '#ui/button.tsx';
import { Muted } from '#ui/card.tsx';
import { Row } from '#ui/page.tsx';
import css from './settings.module.css';

/** Few minutes differ by their tenths. */
const oneDigit = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

export interface RetentionCurveProps {
  readonly today: StudyDay;
  readonly retention: number;
  readonly onChoose: (retention: number) => void;
  /** Whose questions are meant; the whole bank unless given. */
  readonly wishes?: Wishes;
  /** Names the table where there are several on a page. */
  readonly name?: string;
}

/** What each retention would cost this person: computed on request, since it reads all cards. */
export function RetentionCurve({ today, retention, onChoose, wishes, name }: RetentionCurveProps) {
  const [loads, setLoads] = useState<readonly Workload[] | null>(null);
  const [busy, setBusy] = useState(false);
  const compute = async (): Promise<void> => {
    setBusy(true);
    const outcome = await runHeavy(getStorage().db, 'workload', { today, wishes: wishes ?? null }, unreported).outcome;
    setBusy(false);
    if (outcome.kind === 'done') setLoads(outcome.value);
  };
  if (!loads) {
    return (
      <Row>
        <Button busy={busy} onClick={() => void compute()}>
          Show what each would cost
        </Button>
      </Row>
    );
  }
  const most = Math.max(...loads.map(({ minutesPerDay }) => minutesPerDay), 1);
  return (
    <div className={css['curve']}>
      <Muted>
        The next sixty days played through with {wishes ? 'the cards of these questions' : 'your cards'}, your pace and
        as many new cards as now: minutes a day, and what you would still recall at the end.
      </Muted>
      <table aria-label={name}>
        <thead>
          <tr>
            <th scope="col">Retention</th>
            <th scope="col">Minutes a day</th>
            <th scope="col">Recalled</th>
          </tr>
        </thead>
        <tbody>
          {loads.map((load) => (
            <Line
              key={load.retention}
              load={load}
              most={most}
              chosen={load.retention === retention}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps {
  readonly load: Workload;
  readonly most: number;
  readonly chosen: boolean;
  readonly onChoose: (retention: number) => void;
}

function Line({ load: { retention, minutesPerDay, recall }, most, chosen, onChoose }: LineProps) {
  const name = percentOf(retention);
  return (
    <tr data-chosen={chosen}>
      <th scope="row">
        {chosen ? (
          name
        ) : (
          <button
            type="button"
            className={css['choose']}
            aria-label={`Set ${name}`}
            onClick={() => onChoose(retention)}
          >
            {name}
          </button>
        )}
      </th>
      <td>
        <span className={css['bar']} style={{ inlineSize: `${(60 * minutesPerDay) / most}%` }} aria-hidden="true" />{' '}
        {minutesPerDay < 10 ? oneDigit.format(minutesPerDay) : Math.round(minutesPerDay)}
      </td>
      <td>{percentOf(recall)}</td>
    </tr>
  );
}
