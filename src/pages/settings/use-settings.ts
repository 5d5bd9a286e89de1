/** The settings in force, and writing them at once. */
import { useState } from 'react';
import { storeSetting } from '#pages/parts/store-setting.ts';
import { useAttempt } from '#pages/parts/use-attempt.ts';
import { settingsFrom, type SettingKey, type Settings } from '#review/settings.ts';
import { readSettingRows } from '#storage/settings-store.ts';
import { useLive } from '#storage/use-live.ts';
import { useAnnounce } from '#ui/announcer.tsx';

export type SaveSetting = <K extends SettingKey>(key: K, value: Settings[K]) => void;

export interface SettingsInHand {
  readonly settings: Settings;
  readonly save: SaveSetting;
}

/** What was pressed, until the live query has caught up with it: two quick presses must not start from the same number. */
type Pressed = Readonly<Partial<Record<SettingKey, { readonly value: Settings[SettingKey]; readonly atMs: number }>>>;

function overlaid(rows: readonly { readonly key: string; readonly atMs: number }[], pressed: Pressed): Settings {
  const stored = new Map<string, number>(rows.map((row) => [row.key, row.atMs]));
  const ahead = Object.entries(pressed).filter(([key, { atMs }]) => atMs > (stored.get(key) ?? 0));
  return { ...settingsFrom(rows), ...Object.fromEntries(ahead.map(([key, { value }]) => [key, value])) };
}

/** The settings with what writes them; undefined until read. */
export function useSettings(): SettingsInHand | undefined {
  const rows = useLive(({ db }) => readSettingRows(db), []);
  const [pressed, setPressed] = useState<Pressed>({});
  const { toast } = useAnnounce();
  const attempt = useAttempt();
  if (!rows) return undefined;

  const hold = (key: SettingKey, value: Settings[SettingKey], atMs: number): void =>
    setPressed((before) => ({ ...before, [key]: { value, atMs } }));
  const write = async (key: SettingKey, value: Settings[SettingKey]): Promise<void> => {
    hold(key, value, Number.MAX_SAFE_INTEGER);
    const stored = await attempt(async () => {
      const { atMs } = await storeSetting(key, value);
      setPressed((before) => (before[key]?.value === value ? { ...before, [key]: { value, atMs } } : before));
      toast({ text: 'Saved on this device', stayMs: 2500 });
    });
    if (!stored) hold(key, value, 0);
  };
  const save: SaveSetting = (key, value) => void write(key, value);
  return { settings: overlaid(rows, pressed), save };
}
