import { useEffect } from 'react';
import { useAnnounce } from '#ui/announcer.tsx';
import { Icon } from '#ui/icon.tsx';
import type { IconName } from '#ui/icon-paths.ts';
import css from './settings.module.css';

/** How something ended: shown here, and spoken when it appears. */
export function Said({ text, icon = 'check' }: { readonly text: string; readonly icon?: IconName }) {
  const { announce } = useAnnounce();
  useEffect(() => announce(text), [announce, text]);
  return (
    <p className={css['said']}>
      <Icon name={icon} />
      <span>{text}</span>
    </p>
  );
}
