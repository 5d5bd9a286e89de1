/** A row for a setting, by its kind: each shows what is in force and writes a change at once. */
import type { ReactNode } from 'react';
import type { SettingKey, Settings } from '#review/settings.ts';
import { NumberField, type NumberFieldProps } from '#ui/number-field.tsx';
import { Switch } from '#ui/switch.tsx';
import { Select } from '#ui/text-field.tsx';
import type { SettingsInHand } from './use-settings.ts';

type KeyOf<T> = { readonly [K in SettingKey]: Settings[K] extends T ? K : never }[SettingKey];

interface RowProps<T> {
  readonly inHand: SettingsInHand;
  readonly of: KeyOf<T>;
  readonly label: string;
  readonly hint: ReactNode;
}

interface NumberRowProps extends RowProps<number>, Pick<NumberFieldProps, 'min' | 'max' | 'step' | 'unit'> {
  /** Shown as this many times what is stored: 100 for a percentage. */
  readonly times?: number;
}

/** A number in a range. */
export function NumberRow({ inHand: { settings, save }, of, times = 1, ...field }: NumberRowProps) {
  const shown = times === 1 ? settings[of] : Math.round(settings[of] * times);
  return <NumberField {...field} inline value={shown} onChange={(value) => save(of, value / times)} />;
}

/** On or off. */
export function SwitchRow({ inHand: { settings, save }, of, ...row }: RowProps<boolean>) {
  return <Switch {...row} checked={settings[of]} onChange={(value) => save(of, value)} />;
}

type Choice = 'reviewOrder' | 'newMix';

interface ChoiceRowProps<K extends Choice> {
  readonly inHand: SettingsInHand;
  readonly of: K;
  readonly label: string;
  readonly hint: ReactNode;
  readonly options: readonly { readonly value: Settings[K]; readonly label: string }[];
}

/** One of a few. */
export function ChoiceRow<K extends Choice>({ inHand: { settings, save }, of, ...row }: ChoiceRowProps<K>) {
  return <Select {...row} inline value={settings[of]} onChange={(value) => save(of, value)} />;
}
