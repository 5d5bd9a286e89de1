import type { Question } from '#bank/item.ts';
import { currentDraft, tickOf, type MockRun } from '#mock/run.ts';
import type { AnswerPlace } from '#storage/recordings.ts';
import { GradeStage } from '#pages/mock/run/grade-stage.tsx';
import { AnswerPlayer, type Mark } from './answer-player.tsx';
import { usePlayer, type Player } from './use-player.ts';

/** The recording of the answer that a run is at. */
export function recordingOf(run: Pick<MockRun, 'id' | 'place'>): AnswerPlace {
  return { mock: run.id, answer: String(run.place) };
}

/** Points that have a place in the recording. */
function marksOf(run: MockRun, question: Question): Mark[] {
  const { ticked } = currentDraft(run);
  return question.keyPoints.flatMap(({ id, text }) => {
    const atMs = tickOf(ticked, id) ?? null;
    return atMs === null ? [] : [{ atMs, name: text }];
  });
}

/** The place of a tick: only while, or after, the person has listened. */
function stampOf(player: Player | null | undefined): number | null {
  return player && (player.playing || player.positionMs > 0) ? player.now() : null;
}

/** Grading while listening, where the answer was recorded. */
export function GradeWithSound({ run, question }: { readonly run: MockRun; readonly question: Question }) {
  const player = usePlayer(recordingOf(run));
  return (
    <GradeStage run={run} question={question} stampMs={() => stampOf(player)}>
      {player && <AnswerPlayer player={player} marks={marksOf(run, question)} />}
    </GradeStage>
  );
}
