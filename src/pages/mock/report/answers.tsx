import { percentOf } from '#bank/percent.ts';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { ItemId, Question } from '#bank/item.ts';
import { scoreOf } from '#mock/score.ts';
import { Line } from '#pages/parts/line.tsx';
import { TopicLine } from '#pages/parts/topic-line.tsx';
import { clockFace } from '#pages/mock/run/words.ts';
import { LastIntention } from '#pages/mock/history/last-intention.tsx';
import { AnswerSound } from '#pages/mock/voice/answer-sound.tsx';
import type { MockAnswer } from '#review/mock-record.ts';
import { Card } from '#ui/card.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { pointTextIn } from './use-questions.ts';
import { outcomeInWords } from './words.ts';
import css from './report.module.css';

export interface AnswersProps {
  readonly answers: readonly MockAnswer[];
  readonly mock: string;
  readonly probing: boolean;
  /** When the mock began. */
  readonly startedAtMs: number;
  /** Undefined until read. */
  readonly questions: ReadonlyMap<ItemId, Question> | undefined;
}

/** Every answer with what became of it. */
export function Answers({ answers, mock, probing, startedAtMs, questions }: AnswersProps) {
  return (
    <Card title="Answers" aside={String(answers.length)}>
      <div>
        {answers.map((answer, place) => (
          <Folded
            key={place}
            answer={answer}
            sound={<AnswerSound place={{ mock, answer: String(place) }} marks={marksOf(answer, questions)} />}
          >
            <OneAnswer answer={answer} probing={probing} startedAtMs={startedAtMs} />
          </Folded>
        ))}
      </div>
    </Card>
  );
}

interface FoldedProps {
  readonly answer: MockAnswer;
  readonly sound: ReactNode;
  readonly children: ReactNode;
}

/** An answer as a line; its words are there for paper, its recording is read when it is opened. */
function Folded({ answer, sound, children }: FoldedProps) {
  const [open, setOpen] = useState(false);
  return (
    <Disclosure
      summary={<Line text={answer.title} />}
      note={outcomeInWords(answer, scoreOf(answer))}
      open={open}
      onToggle={setOpen}
    >
      {children}
      {open && sound}
    </Disclosure>
  );
}

/** Points with a place in the recording. */
function marksOf({ item, points }: MockAnswer, questions: AnswersProps['questions']) {
  return points.flatMap(({ id, atMs }) => {
    const name = questions && pointTextIn(questions, item, id);
    return atMs === null || !name ? [] : [{ atMs, name }];
  });
}

interface OneAnswerProps extends Pick<AnswersProps, 'probing' | 'startedAtMs'> {
  readonly answer: MockAnswer;
}

function OneAnswer({ answer, probing, startedAtMs }: OneAnswerProps) {
  const { item, topic, tier, thinkMs, speakMs, guess, notes, next, choice, followUps } = answer;
  const asked = followUps.filter(({ tookMs, held }) => tookMs > 0 || held !== null);
  return (
    <div className={css['one']}>
      <TopicLine tier={tier} topic={topic} />
      <p className={css['note']}>
        Thinking {clockFace(thinkMs)}, speaking {clockFace(speakMs)}
        {guess === null ? '' : `, guessed ${percentOf(guess / 100)}`}
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
      <LastIntention item={item} beforeMs={startedAtMs} />
      {next !== '' && <p className={css['own']}>Next time: {next}</p>}
      <Link to={`/q/${item}`}>Read the answer</Link>
    </div>
  );
}
