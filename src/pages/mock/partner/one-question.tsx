import type { Question } from '#bank/item.ts';
import { tickOf, type Draft } from '#mock/run.ts';
import { Blocks } from '#pages/parts/blocks.tsx';
import { Line } from '#pages/parts/line.tsx';
import { TopicLine } from '#pages/parts/topic-line.tsx';
import { AxesFields } from '#pages/mock/run/axes-fields.tsx';
import { MOCK_LIMITS } from '#review/mock-record.ts';
import { Muted } from '#ui/card.tsx';
import { CheckList, CheckRow } from '#ui/check-row.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Stack } from '#ui/page.tsx';
import { Prose } from '#ui/prose.tsx';
import { TextArea } from '#ui/text-field.tsx';
import { AskClock } from './ask-clock.tsx';
import css from './partner.module.css';
import type { OpenSheet } from './use-sheet.ts';

interface OneQuestionProps {
  readonly open: OpenSheet;
  readonly place: number;
}

/** One question to read out, what a good answer has in it, and what to ask after it. */
export function OneQuestion({ open, place }: OneQuestionProps) {
  const { sheet, questions, send } = open;
  const draft = sheet.drafts[place];
  const question = draft && questions.get(draft.asked.item);
  if (!draft || !question) return <Muted>This question has left the bank. Go on to the next one.</Muted>;
  return (
    <div className={css['columns']}>
      <Stack>
        <TopicLine tier={question.tier} topic={question.topic} />
        <h2 className={css['question']}>
          <Line text={question.title} />
        </h2>
        <AskClock
          draft={draft}
          running={sheet.asking?.place === place ? sheet.asking.sinceMs : null}
          send={send}
          place={place}
        />
        <div>
          {question.hint !== '' && (
            <Disclosure summary="A hint, if your partner is stuck">
              <p>
                <Line text={question.hint} />
              </p>
            </Disclosure>
          )}
          <Disclosure summary="A good answer">
            <Prose variant="said">
              <Blocks blocks={question.answer} />
            </Prose>
          </Disclosure>
        </div>
      </Stack>
      <Stack>
        <Points question={question} draft={draft} onTick={(point) => send({ type: 'ticked', place, point })} />
        <FollowUps
          question={question}
          draft={draft}
          onHeld={(ask, points) => send({ type: 'held', place, ask, points })}
        />
        <AxesFields axes={draft.axes} onJudge={(axis, step) => send({ type: 'judged', place, axis, step })} />
        <TextArea
          label="Your notes for your partner"
          rows={2}
          maxLength={MOCK_LIMITS.text}
          value={draft.notes}
          onChange={(text) => send({ type: 'noted', place, text })}
        />
      </Stack>
    </div>
  );
}

interface PartProps {
  readonly question: Question;
  readonly draft: Draft;
}

interface PointsProps extends PartProps {
  readonly onTick: (point: Question['keyPoints'][number]['id']) => void;
}

function Points({ question, draft, onTick }: PointsProps) {
  return (
    <CheckList label="What was said">
      {question.keyPoints.map(({ id, weight, text }) => (
        <CheckRow
          key={id}
          checked={tickOf(draft.ticked, id) !== undefined}
          onChange={() => onTick(id)}
          note={weight === 'detail' ? undefined : weight}
        >
          <Line text={text} />
        </CheckRow>
      ))}
    </CheckList>
  );
}

interface FollowUpsProps extends PartProps {
  readonly onHeld: (ask: string, points: Question['followUps'][number]['points']) => void;
}

function FollowUps({ question, draft, onHeld }: FollowUpsProps) {
  if (question.followUps.length === 0) return null;
  return (
    <CheckList label="Ask on, and tick what was answered">
      {question.followUps.map(({ ask, tier, points, answer }) => (
        <CheckRow
          key={ask}
          checked={draft.followUps.some((each) => each.ask === ask && each.held === true)}
          onChange={() => onHeld(ask, points)}
          note={tier}
        >
          <Line text={ask} />
          {answer !== undefined && (
            <span className={css['expected']}>
              <Line text={answer} />
            </span>
          )}
        </CheckRow>
      ))}
    </CheckList>
  );
}
