import { useEffect } from 'react';
import { useAnnounce } from '#ui/announcer.tsx';
import { Icon } from '#ui/icon.tsx';
import css from './settings.module.css';

/** How something ended: shown here, and spoken when it appears. */
export function Said({ text }: { readonly text: string }) {
  const { announce } = useAnnounce();
  useEffect(() => announce(text), [announce, text]);
  return (
    <p className={css['said']}>
      <Icon name="check" />
      <span>{text}</span>
    </p>
  );
}
