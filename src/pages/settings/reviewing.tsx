import { Card } from '#ui/card.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { Switch } from '#ui/switch.tsx';
import { Rows, Section } from './section.tsx';
import css from './settings.module.css';
import type { SettingsInHand } from './use-settings.ts';

const BUTTONS = [
  { value: 'four', label: 'Four' },
  { value: 'two', label: 'Two' },
] as const;

const BUTTON_WORDS = {
  four: 'Again, Hard, Good and Easy: the most exact.',
  two: 'Again and Good: one decision less; hard cards come back a little later than they should.',
} as const;

/** How a review is answered. */
export function ReviewingSection({ settings, save }: SettingsInHand) {
  return (
    <Section title="Reviewing" lead="How you answer, and how the time of an answer is counted.">
      <Card>
        <Rows>
          <div className={css['choice']}>
            <Segmented
              label="Grade buttons"
              showLabel
              options={BUTTONS}
              value={settings.gradeButtons}
              onChange={(value) => save('gradeButtons', value)}
            />
            <p className={css['hint']}>{BUTTON_WORDS[settings.gradeButtons]}</p>
          </div>
          <Switch
            label="Single-letter keys"
            hint="1 to 4 grade, U takes back, ? shows all. Space and Enter work either way."
            checked={settings.singleKeys}
            onChange={(value) => save('singleKeys', value)}
          />
          <Switch
            label="Swipes"
            hint="Right does what Enter does: the answer, then the proposed grade. Left is Again. Short or slanted ones do nothing."
            checked={settings.swipes}
            onChange={(value) => save('swipes', value)}
          />
          <NumberField
            inline
            label="Longest answer time"
            hint="A longer answer counts as this long: a phone call is not thinking."
            unit="s"
            value={settings.answerCapSeconds}
            min={30}
            max={1800}
            step={30}
            onChange={(value) => save('answerCapSeconds', value)}
          />
        </Rows>
      </Card>
    </Section>
  );
}
