import { useCallback, useLayoutEffect, useMemo, type ClipboardEvent, type ReactNode } from 'react';
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
import { useAnswer, type AnswerInHand } from './use-answer.ts';
import { useCombobox } from './use-combobox.ts';
import { useFirstPart } from './use-first-part.ts';
import { useLetterAhead } from './use-letter-ahead.ts';
import { useTyping } from './use-typing.ts';
import { foundInWords } from './words.ts';
import css from './search.module.css';

export interface PanelProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onOpen: (hit: ShownHit) => void;
  /** How many hits are listed. */
  readonly most: number;
  readonly children?: ReactNode;
}

function statusOf(text: string, { answer, failed }: AnswerInHand): string {
  if (failed !== null)
    return 'The search could not read what is stored on this device. Nothing is lost; reload the page.';
  if (text.trim() === '') return '';
  return answer === null ? 'Looking …' : foundInWords(answer);
}

const NONE: readonly string[] = [];

/** What is listed: the start under an empty box, else the answer's groups as soon as there is one. */
function shownGroups(
  answer: SearchAnswer | null,
  recent: readonly string[] | null,
  most: number,
): readonly OptionGroup[] {
  if (recent !== null) return startGroups(recent);
  return answer === null ? [] : groupsOf(answer, most);
}

function isSettled(text: string, { answer, failed }: AnswerInHand): boolean {
  return text.trim() === '' || failed !== null || answer?.text === text;
}

/** The box, the filters, the count and the list: the whole search, in a dialog or on a page. */
export function SearchPanel({ text, onText, onOpen, most, children }: PanelProps) {
  const { input, typed, settle } = useTyping(text, onText);
  // React focuses and sets no attribute; a dialog that opens afterwards gives focus to whoever has it.
  useLayoutEffect(() => input.current?.setAttribute('autofocus', ''), [input]);
  const settings = useEnvironment()?.settings ?? DEFAULT_SETTINGS;
  const recent = useLive(({ db }) => readRecent(db), []) ?? NONE;
  const inHand = useAnswer(text, useToday(settings), most, settle);
  useLetterAhead(input, inHand.ask);
  const { answer } = inHand;
  const empty = text.trim() === '';
  const all = useMemo(
    () => shownGroups(empty ? null : answer, empty ? recent : null, most),
    [answer, empty, recent, most],
  );
  const groups = useFirstPart(all);
  const change = (next: string): void => {
    onText(next);
    input.current?.focus();
  };
  const toggle = useCallback(
    (word: string) => {
      onText(toggleFilter(input.current?.value ?? '', word));
      input.current?.focus();
    },
    [onText, input],
  );
  const choose = (option: SearchOption): void => (option.kind === 'hit' ? onOpen(option.hit) : change(option.text));
  const owner = empty ? '' : (answer?.text ?? '');
  const box = useCombobox({
    groups: all,
    drawn: groups.reduce((sum, { options }) => sum + options.length, 0),
    owner,
    isSettled: () => isSettled(input.current?.value ?? text, inHand),
    onChoose: choose,
  });
  return (
    <div className={css['panel']}>
      <div className={css['box']}>
        <Icon name="search" />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label="Search"
          aria-expanded={groups.length > 0}
          aria-controls={box.listId}
          aria-autocomplete="list"
          aria-activedescendant={groups.length > 0 ? box.optionId(box.active) : undefined}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever opens the search wants to type
          autoFocus
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          placeholder="Words or an error"
          className={css['input']}
          defaultValue={text}
          onChange={({ target }) => {
            inHand.ask(target.value);
            typed();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') settle();
            box.onKeyDown(event);
          }}
          onPaste={(event) => takePaste(event, onText)}
        />
        {children}
      </div>
      <FilterChips chosen={chosenFilters(text)} onToggle={toggle} />
      <output className={css['status']}>{statusOf(text, inHand)}</output>
      <OptionList groups={groups} box={box} onChoose={choose} answers={owner} />
    </div>
  );
}

/** A box of one line would run the lines of a trace together: their ends are kept as signs, and a long paste is cut. */
function takePaste(event: ClipboardEvent<HTMLInputElement>, onText: (text: string) => void): void {
  const pasted = event.clipboardData.getData('text');
  const line = pastedLine(pasted);
  if (line === pasted) return;
  event.preventDefault();
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  onText(value.slice(0, selectionStart ?? value.length) + line + value.slice(selectionEnd ?? value.length));
}
