import { Icon } from '#ui/icon.tsx';
import { faultWords, problemWords } from './fault-words.ts';
import type { Ending } from './jobs.ts';
import css from './settings.module.css';

export interface ProblemProps {
  readonly ending: Extract<Ending, { kind: 'refused' | 'failed' }>;
}

/** What went wrong, that nothing was changed, what to do. Read out when it appears. */
export function Problem({ ending }: ProblemProps) {
  const refused = ending.kind === 'refused';
  const { title, remedy, detail } = refused ? faultWords(ending.fault) : problemWords(ending.problem, ending.detail);
  return (
    <div className={css['problem']} role="alert">
      <p className={css['problemTitle']}>
        <Icon name="warning" />
        <span>{title}</span>
      </p>
      {refused && <p className={css['fileName']}>{ending.name}</p>}
      <p className={css['safe']}>
        <Icon name="check" size="sm" />
        <span>Nothing was changed.</span>
      </p>
      <p>{remedy}</p>
      {detail !== undefined && (
        <details className={css['detail']}>
          <summary>Details</summary>
          <pre>{detail}</pre>
        </details>
      )}
    </div>
  );
}
