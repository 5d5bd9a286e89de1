import type { Drawn, DrawnQuestion } from '#mock/drawn.ts';
import { climbOf } from '#mock/ladder.ts';
import { mockQuery } from '#mock/link.ts';
import { DEEP_MINUTES } from '#mock/phases.ts';
import { gradesAtEnd, isProbing } from '#mock/run.ts';
import type { MockSettings } from '#mock/settings.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { countOf } from '#pages/parts/format.ts';
import { Line } from '#pages/parts/line.tsx';
import { TopicLine } from '#pages/parts/topic-line.tsx';
import { useToday } from '#pages/parts/use-today.ts';
import { useLive } from '#storage/use-live.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Row } from '#ui/page.tsx';
import { drawFor } from '#pages/mock/prepare.ts';
import { StartButton } from '#pages/mock/start-button.tsx';
import { useTopicNames } from '#pages/parts/topic-names.ts';
import { FORMATS, noteInWords } from './words.ts';
import css from './setup.module.css';

export interface DrawnCardProps {
  readonly settings: MockSettings;
  readonly environment: Environment;
  readonly onStart: () => void;
  /** Draws anew. */
  readonly onSeed: () => void;
  /** Where the questions are given: lets go of them. */
  readonly onFree?: (() => void) | undefined;
}

/** What is drawn for the choices; while it is drawn anew, `drawn` is of the choices before, and not `current`. */
function useDrawn({ settings, environment }: Pick<DrawnCardProps, 'settings' | 'environment'>) {
  const today = useToday(environment.settings);
  const { scheduler } = environment.context;
  const query = mockQuery(settings);
  const found = useLive(
    async ({ db }) => ({ query, drawn: await drawFor(db, settings, today, scheduler) }),
    [query, today, scheduler],
  );
  return { drawn: found?.drawn, current: found?.query === query ? found.drawn : undefined };
}

/** What the choices come to before anything starts, with what the bank cannot give; and the start. */
export function DrawnCard({ settings, environment, onStart, onSeed, onFree }: DrawnCardProps) {
  const { drawn, current } = useDrawn({ settings, environment });
  const [one] = drawn?.questions ?? [];
  const single = settings.items.length === 1 ? one : undefined;
  return (
    <Card variant="lamp" title={single ? <Line text={single.title} /> : FORMATS[settings.format].name}>
      {single && <TopicLine tier={single.tier} topic={single.topic} />}
      {drawn && <Muted>{lengthInWords(settings, drawn)}</Muted>}
      {drawn && <Notes drawn={drawn} />}
      <StartButton
        settings={settings}
        environment={environment}
        drawn={current}
        onStart={onStart}
        variant="primary"
        size="lg"
      >
        Start mock
      </StartButton>
      <Row>
        {onFree ? (
          <Button variant="plain" onClick={onFree}>
            Set up another one
          </Button>
        ) : (
          <Button variant="plain" icon="undo" onClick={onSeed}>
            Draw others
          </Button>
        )}
        {current && <Links settings={settings} drawn={current} />}
      </Row>
    </Card>
  );
}

function Notes({ drawn: { notes } }: { readonly drawn: Drawn }) {
  const names = useTopicNames();
  if (notes.length === 0 || !names) return null;
  return (
    <ul className={css['notes']}>
      {notes.map((note) => (
        <li key={JSON.stringify(note)}>{noteInWords(note, names)}</li>
      ))}
    </ul>
  );
}

/** The parts of a panel that others can be asked as they are. */
function asGiven(settings: MockSettings, { questions }: Drawn): MockSettings {
  if (settings.draw === 'same' || settings.items.length > 0) return settings;
  const plain = settings.format !== 'ladder' && questions.every(({ as }) => as === 'question');
  return plain ? { ...settings, items: questions.map(({ item }) => item) } : { ...settings, draw: 'same' };
}

/** The same interview for somebody else: to be asked it, or to ask it. */
function Links({ settings, drawn }: { readonly settings: MockSettings; readonly drawn: Drawn }) {
  const given = asGiven(settings, drawn);
  const query = mockQuery(given);
  return (
    <>
      <CopyLink
        name="Copy link"
        path={`/mock?${query}`}
        done={
          given.draw === settings.draw
            ? 'Link copied: whoever has this bank gets this interview.'
            : 'Link copied: whoever opens it gets the same interview. Yours goes by your memory; open the link to get that one.'
        }
      />
      <CopyLink
        name="Link for a partner"
        path={`/mock/partner?${query}`}
        done="Link copied: whoever opens it asks you these questions, and keeps the sheet."
      />
    </>
  );
}

interface CopyLinkProps {
  readonly name: string;
  readonly path: string;
  readonly done: string;
}

function CopyLink({ name, path, done }: CopyLinkProps) {
  const { toast } = useAnnounce();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(`${window.location.origin}${path}`);
      toast({ text: done });
    } catch {
      toast({ text: 'The browser did not allow copying. Switch on “The same for everybody” and copy the address.' });
    }
  };
  return (
    <Button variant="plain" icon="copy" onClick={() => void copy()}>
      {name}
    </Button>
  );
}

function secondsOf(questions: readonly DrawnQuestion[]): number {
  return questions.reduce((sum, { seconds }) => sum + seconds, 0);
}

/** How much it is, and what comes on top of the answers. */
function lengthInWords(settings: MockSettings, { questions }: Drawn): string {
  const { format, length } = settings;
  if (questions.length === 0) return 'Nothing to ask.';
  if (format === 'deep') return `${countOf(questions.length, 'question')}, ${DEEP_MINUTES} minutes each, then grading.`;
  if (format === 'ladder' && settings.items.length === 0) {
    const climbed = new Set(questions.map(({ topic }) => climbOf(settings.topics, topic))).size;
    return `${countOf(climbed, 'ladder')} of up to four rungs. It ends by itself.`;
  }
  const followUps = isProbing(settings) ? questions.length : 0;
  const own = Math.max(1, Math.round((secondsOf(questions) * 1.4) / 60) + followUps);
  const minutes = length.kind === 'minutes' ? Math.min(length.minutes, own) : own;
  const grading = gradesAtEnd(settings) ? 'grading all at the end' : 'grading in between';
  return `${countOf(questions.length, 'question')}, about ${countOf(minutes, 'minute')} of answers, and ${grading}.`;
}
