import { useState, type ReactNode } from 'react';
import { QUESTION_HEADINGS } from '#bank/headings.ts';
import { QUESTION_LAYERS, type Question } from '#bank/item.ts';
import { Blocks, Line } from '#pages/parts/blocks.tsx';
import type { Environment } from '#pages/parts/environment.ts';
import { useToday } from '#pages/parts/use-today.ts';
import { useTabletUp } from '#pages/parts/use-wide.ts';
import { Prose } from '#ui/prose.tsx';
import { FollowUps } from './follow-ups.tsx';
import { KeyPoints } from './key-points.tsx';
import type { FoundItem } from './read-view.ts';
import { Section } from './section.tsx';
import css from './page.module.css';

export interface QuestionBodyProps {
  readonly view: FoundItem;
  readonly question: Question;
  readonly environment: Environment;
  readonly note: ReactNode;
}

/** The spoken answer first, then its points as the person knows them, then every layer. */
export function QuestionBody({ view, question, environment, note }: QuestionBodyProps) {
  const today = useToday(environment.settings);
  const roomy = useTabletUp();
  // Turning a phone must not fold what is being read.
  const [open] = useState(roomy);
  const { answer, phrase, layers, keyPoints, followUps } = question;
  return (
    <>
      <Prose variant="said">
        <Blocks blocks={answer} />
      </Prose>
      {phrase !== undefined && (
        <blockquote className={css['phrase']}>
          <Line text={phrase} />
        </blockquote>
      )}
      {note}
      <KeyPoints question={question} state={view.state} today={today} />
      <div>
        {QUESTION_LAYERS.map((layer) => (
          <Section key={layer} title={QUESTION_HEADINGS[layer]} open={open}>
            <Prose>
              <Blocks blocks={layers[layer]} />
            </Prose>
          </Section>
        ))}
        <FollowUps followUps={followUps} keyPoints={keyPoints} neighbours={view.neighbours} open={open} />
      </div>
    </>
  );
}
