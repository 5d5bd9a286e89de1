import type { Question } from '#bank/item.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { Line } from '#pages/parts/line.tsx';
import { countOf } from '#pages/parts/format.ts';
import { useToday } from '#pages/parts/use-today.ts';
import type { LogEvent } from '#review/event.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { historyLines } from './history-lines.ts';
import css from './aside.module.css';

export interface HistoryProps {
  readonly question: Question;
  readonly events: readonly LogEvent[];
  readonly environment: Environment;
}

/** How many lines are shown; what lies before them is counted. */
const SHOWN = 12;

/** What happened to a question, folded. */
export function History({ question, events, environment: { settings } }: HistoryProps) {
  const today = useToday(settings);
  const lines = historyLines(question, events, today, settings.rolloverHour);
  if (lines.length === 0) return null;
  return (
    <div className={css['history']}>
      <Disclosure summary="History" note={String(lines.length)}>
        <ol className={css['events']} reversed>
          {lines.slice(0, SHOWN).map(({ id, day, words }) => (
            <li key={id}>
              <span className={css['when']}>{day}</span>{' '}
              <span>
                <Line text={words} />
              </span>
            </li>
          ))}
        </ol>
        {lines.length > SHOWN && (
          <p className={css['words']}>and {countOf(lines.length - SHOWN, 'earlier entry', 'earlier entries')}</p>
        )}
      </Disclosure>
    </div>
  );
}
