import { useState } from 'react';
import type { ItemId } from '#bank/item.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { useLeaveGuard } from '#pages/parts/leave-guard.tsx';
import { Line } from '#pages/parts/line.tsx';
import { useAnswer } from '#pages/search/use-answer.ts';
import type { AskedQuestion } from '#plan/campaign.ts';
import { CAMPAIGN_LIMITS } from '#plan/campaign-row.ts';
import { Button } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import { Row } from '#ui/page.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { TextField } from '#ui/text-field.tsx';
import css from './plan.module.css';

export const WENT = [
  { value: 'well', label: 'Well' },
  { value: 'so-so', label: 'So-so' },
  { value: 'badly', label: 'Badly' },
] as const;

/** So many questions of the bank are offered for one that was asked. */
const OFFERED = 4;

export interface AskedFormProps {
  readonly today: StudyDay;
  readonly onAdd: (asked: AskedQuestion) => Promise<void>;
}

/** One question that was asked: in the person's words, the one of the bank that it is, and how it went. */
export function AskedForm({ today, onAdd }: AskedFormProps) {
  const [text, setText] = useState('');
  const [item, setItem] = useState<ItemId | null>(null);
  const [went, setWent] = useState<AskedQuestion['went']>('so-so');
  const wanted = text.trim() === '' ? '' : `${text} kind:question`;
  const { answer } = useAnswer(wanted, today, OFFERED);
  const guard = useLeaveGuard(text.trim() !== '');
  const offers = answer?.hits ?? [];
  // Until the answer to what is written now is there, those to an earlier text stay in sight, and are no longer to be taken.
  const choose = (id: ItemId): void => {
    if (answer?.text === wanted) setItem(item === id ? null : id);
  };
  return (
    <form
      className={css['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') void onAdd({ item, text: text.trim(), went });
      }}
    >
      <TextField
        label="What was asked"
        hint="In your own words; it stays on this device and in your backups."
        maxLength={CAMPAIGN_LIMITS.text}
        autoComplete="off"
        value={text}
        onChange={(next) => {
          setText(next);
          setItem(null);
        }}
      />
      {offers.length > 0 && (
        <fieldset className={css['rest']}>
          <legend>Is it one of these?</legend>
          <div className={css['offers']}>
            {offers.map(({ entry }) => (
              <Chip key={entry.id} selected={item === entry.id} onClick={() => choose(entry.id as ItemId)}>
                <Line text={entry.title} />
              </Chip>
            ))}
          </div>
        </fieldset>
      )}
      <Segmented label="How it went" showLabel options={WENT} value={went} onChange={setWent} />
      <Row end>
        <Button variant="primary" type="submit" disabled={text.trim() === ''}>
          Keep this question
        </Button>
      </Row>
      {guard.dialog}
    </form>
  );
}
