import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Row } from '#ui/page.tsx';
import css from './partner.module.css';
import { createReader, openCamera, type ReadPicture } from './scan.ts';

export interface CameraProps {
  /** All texts that were seen so far, each on a line, whenever there is a new one. */
  readonly onText: (text: string) => void;
}

type State = 'off' | 'on' | 'refused';

/** Scans codes with the camera, which is asked for on a press only. */
export function Camera({ onText }: CameraProps) {
  const [state, setState] = useState<State>('off');
  if (!navigator.mediaDevices) return null;
  return (
    <Card title="The camera">
      {state === 'on' && <Viewfinder onText={onText} onRefused={() => setState('refused')} />}
      {state === 'refused' && (
        <Muted>The browser does not allow the camera, or there is none. A file or a text does the same.</Muted>
      )}
      <Row>
        <Button onClick={() => setState(state === 'on' ? 'off' : 'on')}>
          {state === 'on' ? 'Stop scanning' : 'Scan the codes'}
        </Button>
      </Row>
    </Card>
  );
}

/** A pause between two looks, so that the page stays quick. */
const LOOK_MS = 250;

function Viewfinder({ onText, onRefused }: CameraProps & { readonly onRefused: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const saw = useEffectEvent(onText);
  const refused = useEffectEvent(onRefused);
  useEffect(() => {
    const gone = new AbortController();
    const seen = new Set<string>();
    const look = async (read: ReadPicture, from: HTMLVideoElement): Promise<void> => {
      while (!gone.signal.aborted) {
        const text = await read(from);
        if (text !== null && !seen.has(text)) {
          seen.add(text);
          saw([...seen].join('\n'));
        }
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      }
    };
    const start = async (): Promise<void> => {
      const stream = await openCamera(gone.signal);
      if (!stream || !video.current) return stream === null ? refused() : undefined;
      video.current.srcObject = stream;
      await video.current.play();
      await look(await createReader(), video.current);
    };
    start().catch(() => gone.signal.aborted || refused());
    return () => gone.abort();
  }, []);
  return <video ref={video} className={css['camera']} muted playsInline aria-label="What the camera sees" />;
}
