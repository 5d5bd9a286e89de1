import { Card } from '#ui/card.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { Rows, Section } from './section.tsx';
import { NumberRow, SwitchRow } from './setting-rows.tsx';
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
export function ReviewingSection(inHand: SettingsInHand) {
  const { settings, save } = inHand;
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
          <SwitchRow
            inHand={inHand}
            of="guess"
            label="Guess before the answer"
            hint="Say how sure you are before you look; it shows where you are surer than you should be. What you were sure of and did not know comes first the next day."
          />
          <SwitchRow
            inHand={inHand}
            of="singleKeys"
            label="Single-letter keys"
            hint="1 to 4 grade, U takes back, ? shows all. Space and Enter work either way."
          />
          <SwitchRow
            inHand={inHand}
            of="swipes"
            label="Swipes"
            hint="Right does what Enter does: the answer, then the proposed grade. Left is Again. Short or slanted ones do nothing."
          />
          <NumberRow
            inHand={inHand}
            of="answerCapSeconds"
            label="Longest answer time"
            hint="A longer answer counts as this long: a phone call is not thinking."
            unit="s"
            min={30}
            max={1800}
            step={30}
          />
        </Rows>
      </Card>
    </Section>
  );
}
