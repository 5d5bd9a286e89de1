import { Link } from 'react-router';
import { scoreOf } from '#mock/score.ts';
import { Line } from '#pages/parts/line.tsx';
import { TierLine } from '#pages/parts/tier-line.tsx';
import { clockFace } from '#pages/mock/run/words.ts';
import type { MockAnswer } from '#review/mock-record.ts';
import { Card } from '#ui/card.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { outcomeInWords } from './words.ts';
import css from './report.module.css';

export interface AnswersProps {
  readonly answers: readonly MockAnswer[];
  readonly mock: string;
  readonly probing: boolean;
}

/** Every answer with what became of it. */
export function Answers({ answers, probing }: AnswersProps) {
  return (
    <Card title="Answers" aside={String(answers.length)}>
      <div>
        {answers.map((answer, place) => (
          <Disclosure key={place} summary={<Line text={answer.title} />} note={outcomeInWords(answer, scoreOf(answer))}>
            <OneAnswer answer={answer} probing={probing} />
          </Disclosure>
        ))}
      </div>
    </Card>
  );
}

function OneAnswer({ answer, probing }: { readonly answer: MockAnswer; readonly probing: boolean }) {
  const { item, topic, tier, thinkMs, speakMs, guess, notes, next, choice, followUps } = answer;
  const asked = followUps.filter(({ tookMs, held }) => tookMs > 0 || held !== null);
  return (
    <div className={css['one']}>
      <TierLine tier={tier} topic={topic} />
      <p className={css['note']}>
        Thinking {clockFace(thinkMs)}, speaking {clockFace(speakMs)}
        {guess === null ? '' : `, guessed ${guess} %`}
      </p>
      {choice && <p>You took: {choice.picked}</p>}
      {asked.length > 0 && (
        <ul>
          {asked.map(({ ask, held, tookMs }) => (
            <li key={ask}>
              <Line text={ask} />{' '}
              <span className={css['note']}>
                {held === true ? 'answered' : 'not answered'}
                {probing && tookMs > 0 ? `, ${clockFace(tookMs)}` : ''}
              </span>
            </li>
          ))}
        </ul>
      )}
      {notes !== '' && <p className={css['own']}>Notes: {notes}</p>}
      {next !== '' && <p className={css['own']}>Next time: {next}</p>}
      <Link to={`/q/${item}`}>Read the answer</Link>
    </div>
  );
}
