import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { Item, ItemId, Path } from '#bank/item.ts';
import { useReviewKeys } from '#pages/review/keys.ts';
import { answerCard, countKnown, showAnswer, stepBack, type Practice } from '#review/practice.ts';
import { getStorage } from '#storage/current.ts';
import { readItem } from '#storage/read-item.ts';
import { useLive } from '#storage/use-live.ts';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Segmented } from '#ui/segmented.tsx';
import type { PracticeCard, Way } from './cards.ts';
import { faceOfItem, faceOfRow, type Face } from './face.tsx';
import css from './practice.module.css';

type Change = (practice: Practice<PracticeCard>) => Practice<PracticeCard>;

export interface SessionProps {
  readonly practice: Practice<PracticeCard>;
  readonly onChange: (change: Change) => void;
  readonly singleKeys: boolean;
  /** Null when no sheet is among the cards. */
  readonly way: Way | null;
  readonly onWay: (way: Way) => void;
  readonly onLeave: () => void;
}

/** One card after another: think, look, and say whether it was there. */
export function Session({ practice, onChange, singleKeys, way, onWay, onLeave }: SessionProps) {
  const { queue, shown, total } = practice;
  const known = countKnown(practice);
  useKeys(onChange, singleKeys);
  usePreparedNext(queue[1]);
  const [card] = queue;
  return (
    <div className={css['practice']}>
      <header className={css['top']}>
        <progress className={css['progress']} max={total} value={known} aria-label={`${known} of ${total} known`} />
        <div className={css['bar']}>
          <IconButton icon="close" label="End practice" onClick={onLeave} />
          <span className={css['about']}>Practice, nothing is stored</span>
          <span className={css['count']} aria-hidden="true">
            {known} / {total}
          </span>
          <IconButton
            icon="undo"
            label="Back to the last card"
            aria-keyshortcuts="u"
            disabled={practice.before === null}
            onClick={() => onChange(stepBack)}
          />
        </div>
      </header>
      {card && <Faces key={`${total} ${known} ${practice.missed.length} ${keyOf(card)}`} card={card} shown={shown} />}
      <div className={css['foot']}>
        {way !== null && !shown && (
          <Segmented
            label="Direction"
            options={[
              { value: 'forth', label: 'Forwards' },
              { value: 'back', label: 'Backwards' },
            ]}
            value={way}
            onChange={onWay}
            block
          />
        )}
        {shown ? (
          <div className={css['answers']}>
            <Button size="lg" aria-keyshortcuts="1" onClick={() => onChange((now) => answerCard(now, false))}>
              Not yet
            </Button>
            <Button
              variant="primary"
              size="lg"
              aria-keyshortcuts="2 Space Enter"
              onClick={() => onChange((now) => answerCard(now, true))}
            >
              Knew it
            </Button>
          </div>
        ) : (
          <Button
            variant="primary"
            size="lg"
            block
            aria-keyshortcuts="Space Enter"
            onClick={() => onChange(showAnswer)}
          >
            Show answer
          </Button>
        )}
      </div>
    </div>
  );
}

function keyOf(card: PracticeCard): string {
  return card.kind === 'item' ? card.item : JSON.stringify(card.asked.cell);
}

function Faces({ card, shown }: { readonly card: PracticeCard; readonly shown: boolean }): ReactNode {
  if (card.kind === 'row') return <Sides face={faceOfRow(card)} shown={shown} />;
  return <ItemFaces id={card.item} shown={shown} />;
}

function ItemFaces({ id, shown }: { readonly id: ItemId; readonly shown: boolean }): ReactNode {
  const item = useLive(({ db }) => readItem(db, id), [id]);
  if (item === null) return <Sides face={GONE} shown={shown} />;
  return item && item.type !== 'path' && <ItemSides item={item} shown={shown} />;
}

const GONE: Face = { about: '', asked: 'This one has left the bank.', given: null, answer: null };

function ItemSides({ item, shown }: { readonly item: Exclude<Item, Path>; readonly shown: boolean }) {
  const face = useMemo(() => faceOfItem(item), [item]);
  return <Sides face={face} shown={shown} />;
}

/** The question, and its answer when it is asked for; what is new takes the focus, so that a screen reader reads on. */
function Sides({ face, shown }: { readonly face: Face; readonly shown: boolean }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const fresh = ref.current?.querySelector<HTMLElement>(shown ? '[data-answer]' : 'h1');
    fresh?.focus({ preventScroll: true });
    if (!shown) window.scrollTo(0, 0);
    // A long question has pushed its answer below the edge of a phone.
    else if (fresh && fresh.getBoundingClientRect().top > window.innerHeight / 2) fresh.scrollIntoView();
  }, [shown]);
  return (
    <div ref={ref} className={css['stage']}>
      <p className={css['kind']}>{face.about}</p>
      <h1 className={shown ? css['asked'] : css['question']} tabIndex={-1}>
        {face.asked}
      </h1>
      {face.given}
      {shown && (
        <section tabIndex={-1} data-answer aria-label="Answer" className={css['answer']}>
          {face.answer}
        </section>
      )}
    </div>
  );
}

function useKeys(onChange: SessionProps['onChange'], singleKeys: boolean): void {
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  const keys = useMemo(() => {
    const change = (next: Change) => (): void => latest.current(next);
    return {
      accept: change((now) => (now.shown ? answerCard(now, true) : showAnswer(now))),
      letter: {
        '1': change((now) => answerCard(now, false)),
        '2': change((now) => answerCard(now, true)),
        u: change(stepBack),
      },
    };
  }, []);
  useReviewKeys(keys, singleKeys);
}

/** Has the next item parsed before it is asked for. */
function usePreparedNext(next: PracticeCard | undefined): void {
  const id = next?.kind === 'item' ? next.item : null;
  useEffect(() => {
    if (id !== null) readItem(getStorage().db, id).catch(() => undefined);
  }, [id]);
}
