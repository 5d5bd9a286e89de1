import type { Settings } from '#review/settings.ts';
import { Card } from '#ui/card.tsx';
import { Section } from './section.tsx';
import { ThemePicker } from './theme-picker.tsx';
import type { SettingsInHand } from './use-settings.ts';

const WORDS: Readonly<Record<Settings['theme'], string>> = {
  system: 'Dark or light, and high contrast, as the system has it.',
  ink: 'Warm near-black, for a lamp at 2 AM.',
  paper: 'Light, for daylight.',
  'contrast-dark': 'Black with the strongest contrast.',
  'contrast-light': 'White with the strongest contrast.',
};

/** How it looks. */
export function AppearanceSection({ settings, save }: SettingsInHand) {
  return (
    <Section title="Appearance" lead="Text sizes and reduced motion follow the system.">
      <Card>
        <ThemePicker value={settings.theme} hint={WORDS[settings.theme]} onChange={(theme) => save('theme', theme)} />
      </Card>
    </Section>
  );
}
