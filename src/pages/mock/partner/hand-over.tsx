import { useEffect, useState } from 'react';
import { mockFileText } from '#exchange/mock-file.ts';
import { piecesOf } from '#mock/partner-frames.ts';
import { recordOfSheet } from '#mock/partner-sheet.ts';
import { isoDateOf } from '#pages/parts/dates.ts';
import { download } from '#pages/parts/download.ts';
import { countOf } from '#pages/parts/format.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Row, Stack } from '#ui/page.tsx';
import { later } from '#ui/later.tsx';
import { squeeze } from './squeeze.ts';
import type { OpenSheet } from './use-sheet.ts';

/* The library for codes arrives when it is needed. */
const Code = later(async () => (await import('./code.tsx')).Code);

interface HandOverProps {
  readonly open: OpenSheet;
  readonly onCleared: () => void;
}

/** Ways to the other device: codes to scan, a file, a text. Each holds the same. */
export function HandOver({ open, onCleared }: HandOverProps) {
  const { sheet, questions, clear } = open;
  const { toast } = useAnnounce();
  const [text] = useState(() => mockFileText({ id: sheet.id, mock: recordOfSheet(sheet, questions, Date.now()) }));
  const pieces = usePieces(text);
  const save = (): void => {
    download(new Blob([text], { type: 'application/json' }), `lamplight-partner-${isoDateOf(Date.now())}.json`);
  };
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(pieces?.join('\n') ?? text);
      toast({ text: 'Copied. Your partner pastes it under Mock, “Take in a result”.' });
    } catch {
      toast({ text: 'The browser did not allow copying. Save it as a file instead.' });
    }
  };
  return (
    <Stack>
      <Card title="To your partner’s device">
        <Muted>On the other device: Mock, “Take in a result”. Nothing passes through a server.</Muted>
        <Row>
          <Button icon="download" onClick={save}>
            Save as a file
          </Button>
          <Button icon="copy" onClick={() => void copy()}>
            Copy as text
          </Button>
        </Row>
        {pieces && (
          <Disclosure summary="Show as a code to scan" note={countOf(pieces.length, 'code')}>
            <Stack gap={6}>
              {pieces.map((piece, index) => (
                <Code key={piece} text={piece} name={`Code ${index + 1} of ${pieces.length}`} />
              ))}
            </Stack>
          </Disclosure>
        )}
      </Card>
      <Row>
        <Button variant="plain" onClick={() => void clear().then(onCleared)}>
          Clear this sheet
        </Button>
      </Row>
    </Stack>
  );
}

/** Undefined until made; null when it is too much for codes. */
function usePieces(text: string): readonly string[] | null | undefined {
  const [pieces, setPieces] = useState<readonly string[] | null>();
  useEffect(() => {
    // Where the browser cannot compress there are no codes: the file and the text hold the same.
    squeeze(text)
      .then((bytes) => setPieces(piecesOf(bytes)))
      .catch(() => setPieces(null));
  }, [text]);
  return pieces;
}
