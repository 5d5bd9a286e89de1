import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { useEnvironment } from '#pages/parts/environment-provider.tsx';
import { useToday } from '#pages/parts/use-today.ts';
import { DEFAULT_SETTINGS } from '#review/settings.ts';
import { pastedLine } from '#search/pasted.ts';
import { toggleFilter } from '#search/query.ts';
import { useLive } from '#storage/use-live.ts';
import { Icon } from '#ui/icon.tsx';
import type { SearchAnswer, ShownHit } from '#storage/search-answer.ts';
import { chosenFilters, FilterChips } from './filter-chips.tsx';
import { groupsOf, startGroups, type OptionGroup, type SearchOption } from './options.ts';
import { OptionList } from './option-list.tsx';
import { readRecent } from './recent.ts';
import { SearchBox } from './search-box.tsx';
import { isSettled, useAnswer, type AnswerInHand } from './use-answer.ts';
import { useCombobox } from './use-combobox.ts';
import { useFirstPart } from './use-first-part.ts';
import { useLetterAhead } from './use-letter-ahead.ts';
import { useListener } from './use-listener.ts';
import { useTyping, type Typing } from './use-typing.ts';
import { foundInWords } from './words.ts';
import css from './search.module.css';

export interface PanelProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** With the text that found it. */
  readonly onOpen: (hit: ShownHit, text: string) => void;
  /** How many hits are listed. */
  readonly most: number;
  readonly children?: ReactNode;
}

function statusOf(text: string, { answer, failed }: AnswerInHand): string {
  if (failed !== null)
    return 'The search could not read what is stored on this device. Nothing is lost; reload the page.';
  if (answer !== null) return foundInWords(answer);
  return text.trim() === '' ? '' : 'Looking …';
}

const NONE: readonly string[] = [];

/** Keys that go by the whole list. */
const SETTLING = new Set(['Enter', 'ArrowDown', 'ArrowUp']);

/** What is listed: the start under an empty box, else the answer's groups as soon as there is one. */
function shownGroups(
  answer: SearchAnswer | null,
  recent: readonly string[] | null,
  most: number,
): readonly OptionGroup[] {
  if (recent !== null) return startGroups(recent);
  return answer === null ? [] : groupsOf(answer, most);
}

/** The box, the filters, the count and the list: the whole search, in a dialog or on a page. */
export function SearchPanel({ text, onText, onOpen, most, children }: PanelProps) {
  const list = useRef<HTMLDivElement>(null);
  const [first] = useState(text);
  const settings = useEnvironment()?.settings ?? DEFAULT_SETTINGS;
  const recent = useLive(({ db }) => readRecent(db), []) ?? NONE;
  const inHand = useAnswer(text, useToday(settings), most);
  const { answer, ask, askAhead } = inHand;
  const { input, settle, write } = useTyping(text, onText, ask);
  useLetterAhead(input, askAhead);
  const starts = answer === null && text.trim() === '';
  const all = useMemo(() => shownGroups(answer, starts ? recent : null, most), [answer, starts, recent, most]);
  const owner = answer?.text ?? '';
  const groups = useFirstPart(all, owner, list, isSettled(text, inHand));
  const chosen = useMemo(() => chosenFilters(text), [text]);
  const toggle = useCallback((word: string) => write((now) => toggleFilter(now, word)), [write]);
  const choose = (option: SearchOption): void => {
    if (option.kind === 'hit') onOpen(option.hit, input.current?.value ?? text);
    else write(() => option.text);
  };
  const box = useCombobox({
    groups: all,
    drawn: groups.reduce((sum, { options }) => sum + options.length, 0),
    owner,
    isSettled: () => isSettled(input.current?.value ?? text, inHand),
    onChoose: choose,
  });
  useListener(input, 'keydown', (event) => {
    if (SETTLING.has(event.key)) settle();
    box.onKeyDown(event);
  });
  useListener(input, 'paste', (event, element) => takePaste(event, element, write));
  return (
    <div className={css['panel']}>
      <div className={css['box']}>
        <Icon name="search" />
        <SearchBox
          input={input}
          first={first}
          listId={box.listId}
          expanded={groups.length > 0}
          active={groups.length > 0 && box.active >= 0 ? box.optionId(box.active) : undefined}
        />
        {children}
      </div>
      <FilterChips chosen={chosen} onToggle={toggle} />
      <output className={css['status']}>{statusOf(text, inHand)}</output>
      <OptionList ref={list} groups={groups} box={box} onChoose={choose} answers={owner} />
    </div>
  );
}

/** A box of one line would run the lines of a trace together: their ends are kept as signs, and a long paste is cut. */
function takePaste(event: ClipboardEvent, box: HTMLInputElement, write: Typing['write']): void {
  const pasted = event.clipboardData?.getData('text') ?? '';
  const line = pastedLine(pasted);
  if (line === pasted) return;
  event.preventDefault();
  const { value, selectionStart, selectionEnd } = box;
  write(() => value.slice(0, selectionStart ?? value.length) + line + value.slice(selectionEnd ?? value.length));
}
