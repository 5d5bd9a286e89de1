import { useEffect, useState } from 'react';
import { countOf } from '#pages/parts/format.ts';
import { Line } from '#pages/parts/line.tsx';
import { NoteSheet } from '#pages/parts/note-sheet.tsx';
import type { CardId } from '#review/ids.ts';
import { Button } from '#ui/button.tsx';
import { Muted } from '#ui/card.tsx';
import { Sheet } from '#ui/dialog.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { Row, Stack } from '#ui/page.tsx';
import * as actions from './actions.ts';
import { contentOf, type CardContent } from './card-content.ts';
import { askPoints, rest } from './leech-actions.ts';
import { useReview } from './store.ts';

const REST_DAYS = 7;

function done(): void {
  useReview.setState({ leech: null });
}

/** A card was forgotten once too often: what may help, at hand. The next question waits, and its clock with it. */
export function LeechSheet({ card }: { readonly card: CardId }) {
  const content = useReview((state) => contentOf(card, state.loaded));
  const [writing, setWriting] = useState(false);
  useEffect(() => {
    actions.setVisible(false);
    return () => actions.setVisible(document.visibilityState === 'visible');
  }, []);
  // Its question was removed in another tab.
  useEffect(() => {
    if (!content) done();
  }, [content]);
  if (!content) return null;
  const { question, note } = content;
  if (writing) {
    return (
      <NoteSheet
        item={question.id}
        open
        note={note}
        onSave={(text) => actions.saveNote(question.id, text)}
        onClose={done}
      />
    );
  }
  return (
    <Sheet
      open
      onClose={done}
      title="This one keeps slipping"
      actions={
        <Button variant="primary" onClick={done}>
          Keep asking it
        </Button>
      }
    >
      <WaysOut content={content} onNote={() => setWriting(true)} />
    </Sheet>
  );
}

function WaysOut({ content, onNote }: { readonly content: CardContent; readonly onNote: () => void }) {
  const [days, setDays] = useState(REST_DAYS);
  const { question, point, note, card } = content;
  const core = question.keyPoints.filter(({ weight }) => weight === 'core').length;
  const lapses = card.learning.kind === 'learned' ? card.learning.lapses : 0;
  const leave = (work: Promise<void>): void => void work.finally(done);
  return (
    <Stack>
      <p>
        <strong>
          <Line text={point?.prompt ?? question.title} />
        </strong>
      </p>
      <Muted>
        {`Forgotten ${countOf(lapses, 'time')}. Asking again as before seldom helps: make it smaller, make it yours, or let it rest.`}
      </Muted>
      {point === null && core > 1 && (
        <Button block onClick={() => leave(askPoints(card.id))}>
          {`Ask its ${countOf(core, 'core point')} one by one`}
        </Button>
      )}
      <Button block onClick={onNote}>
        {note === '' ? 'Write down why it slips' : 'Rewrite your note'}
      </Button>
      <NumberField inline label="Let it rest" unit="days" min={1} max={90} value={days} onChange={setDays} />
      <Row end>
        <Button onClick={() => leave(rest(card.id, days))}>Rest it</Button>
      </Row>
    </Stack>
  );
}
