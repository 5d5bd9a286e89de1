import type { ReactNode } from 'react';
import { QUESTION_HEADINGS } from '#bank/headings.ts';
import { QUESTION_LAYERS, type Question } from '#bank/item.ts';
import { Blocks } from '#pages/parts/blocks.tsx';
import { Line } from '#pages/parts/line.tsx';
import type { Environment } from '#pages/parts/environment.ts';
import { useToday } from '#pages/parts/use-today.ts';
import { Prose } from '#ui/prose.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { FollowUps } from './follow-ups.tsx';
import { KeyPoints } from './key-points.tsx';
import type { FoundItem } from './read-view.ts';
import { Section } from './section.tsx';
import { useZoom } from './use-zoom.ts';
import { layersAt, type Zoom } from './zoom.ts';
import css from './page.module.css';

export interface QuestionBodyProps {
  readonly view: FoundItem;
  readonly question: Question;
  readonly environment: Environment;
  readonly deeds: ReactNode;
  readonly note: ReactNode;
}

const DEPTHS: readonly { readonly value: Zoom; readonly label: string }[] = [
  { value: '30s', label: '30 s' },
  { value: '2min', label: '2 min' },
  { value: '10min', label: '10 min' },
];

/** The spoken answer first, then its points as the person knows them, then every layer, as deep as there is time. */
export function QuestionBody({ view, question, environment, deeds, note }: QuestionBodyProps) {
  const today = useToday(environment.settings);
  const [zoom, setZoom] = useZoom();
  const open = layersAt(question, zoom);
  const { answer, phrase, layers, keyPoints, followUps } = question;
  const has = QUESTION_LAYERS.filter((layer) => layers[layer].length > 0);
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
      <div className={css['ways']}>
        {deeds}
        {has.length > 0 && <Segmented label="Time to read" options={DEPTHS} value={zoom} onChange={setZoom} />}
      </div>
      {note}
      <KeyPoints question={question} state={view.state} today={today} />
      <div>
        {has.map((layer) => (
          <Section key={`${layer} ${zoom}`} title={QUESTION_HEADINGS[layer]} open={open.has(layer)}>
            <Prose>
              <Blocks blocks={layers[layer]} />
            </Prose>
          </Section>
        ))}
        <FollowUps
          key={zoom}
          followUps={followUps}
          keyPoints={keyPoints}
          neighbours={view.neighbours}
          open={zoom === '10min'}
        />
      </div>
    </>
  );
}
