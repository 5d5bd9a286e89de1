import { percentOf } from '#bank/percent.ts';
import { Link } from 'react-router';
import { Line } from '#pages/parts/line.tsx';
import { rungOf } from '#pages/parts/format.ts';
import { standingInWords } from '#pages/parts/standing.ts';
import { seenOf } from '#pages/progress/words.ts';
import type { StudyDay } from '#memory/study-day.ts';
import type { Standing } from '#progress/standing.ts';
import type { Milestone } from '#progress/milestone.ts';
import type { Step, WayStage } from '#progress/way.ts';
import { Card, Muted } from '#ui/card.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Window } from '#ui/house.tsx';
import { TierLamp } from '#ui/tier-lamp.tsx';
import { MilestoneBox } from './milestone.tsx';
import css from './paths.module.css';

export interface StageCardProps {
  readonly walked: WayStage;
  readonly milestone: Milestone | undefined;
  /** `Stage 2 of 6`. */
  readonly place: string;
  /** The stage that is recommended now: its questions are unfolded. */
  readonly current: boolean;
  readonly today: StudyDay;
}

/** One stage: its goal, what one can do at its end, its questions and where to read on. */
export function StageCard({ walked, milestone, place, current, today }: StageCardProps) {
  const { stage, steps, tally } = walked;
  return (
    <Card id={`stage-${stage.id}`} kicker={current ? `${place} · you are here` : place} title={stage.title}>
      <p>
        <Line text={stage.goal} />
      </p>
      {milestone && <MilestoneBox walked={walked} milestone={milestone} today={today} />}
      <div>
        <Disclosure summary="Questions" note={seenOf(tally)} open={current} className={css['questions']}>
          <Steps steps={steps} today={today} />
        </Disclosure>
        {stage.resources.length > 0 && (
          <Disclosure summary="Resources" note={String(stage.resources.length)}>
            <ul className={css['plain']}>
              {stage.resources.map(({ title, url }) => (
                <li key={url}>
                  <a href={url} target="_blank" rel="noreferrer">
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
    </Card>
  );
}

function Steps({ steps, today }: { readonly steps: readonly Step[]; readonly today: StudyDay }) {
  if (steps.length === 0) return <Muted>None of its questions has arrived yet.</Muted>;
  return (
    <ol className={css['steps']}>
      {steps.map(({ question, standing }) => (
        <li key={question.id}>
          <span className={css['window']}>
            <Window level={standing.recall ?? 0} fading={standing.kind === 'fading'} />
          </span>
          <span className={css['words']}>
            <Link to={`/q/${question.id}`}>
              <Line text={question.title} />
            </Link>
            <span className={css['state']}>
              <TierLamp rung={rungOf(question.tier)} word={question.tier} showWord />
              <span>{stateInWords(standing, today)}</span>
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** `Solid until Thursday, recall 96%`. */
function stateInWords({ card, recall }: Standing, today: StudyDay): string {
  const words = standingInWords(card, today);
  return recall === null ? words : `${words}, recall ${percentOf(recall)}`;
}
