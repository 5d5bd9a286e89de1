import { type ReactNode, type SyntheticEvent, useEffectEvent, useId, useLayoutEffect, useRef } from 'react';
import { cx } from './cx.ts';
import css from './dialog.module.css';
import { IconButton } from './icon-button.tsx';

export interface DialogProps {
  readonly open: boolean;
  /** Esc, the backdrop or the close button asks for it; the owner then sets `open` to false. */
  readonly onClose: () => void;
  readonly title: string;
  /** The title is spoken only, where the content says it again (search). */
  readonly hideTitle?: boolean;
  /** centre: in the middle; sheet: from the bottom edge on phones; top: near the top, for search. */
  readonly variant?: 'centre' | 'sheet' | 'top';
  /** Buttons at the foot; the one that is meant comes last. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Whether a press on the dialog element fell outside its box, which is on its backdrop. */
function onBackdrop(dialog: HTMLDialogElement, event: MouseEvent): boolean {
  if (event.target !== dialog) return false;
  const box = dialog.getBoundingClientRect();
  const { clientX: x, clientY: y } = event;
  return x < box.left || x > box.right || y < box.top || y > box.bottom;
}

/** A modal conversation in the browser's own dialog, which traps focus, and gives it back when it closes. */
export function Dialog({
  open,
  onClose,
  title,
  hideTitle = false,
  variant = 'centre',
  actions,
  children,
}: DialogProps) {
  const id = useId();
  const ref = useRef<HTMLDialogElement>(null);
  const pressed = useEffectEvent((dialog: HTMLDialogElement, event: MouseEvent) => {
    if (onBackdrop(dialog, event)) onClose();
  });

  // Shown in the step in which it is drawn: a letter typed in between would go to nobody.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog === null || !open) return undefined;
    const backTo = document.activeElement;
    const press = (event: MouseEvent) => pressed(dialog, event);
    dialog.addEventListener('mousedown', press);
    if (!dialog.open) dialog.showModal();
    return () => {
      dialog.removeEventListener('mousedown', press);
      if (dialog.open) dialog.close();
      if (backTo instanceof HTMLElement && backTo.isConnected) backTo.focus();
    };
  }, [open]);

  const cancel = (event: SyntheticEvent) => {
    // Only the owner closes it, so that `open` and the screen never disagree.
    event.preventDefault();
    if (event.target === event.currentTarget) onClose();
  };

  return (
    <dialog ref={ref} className={cx(css['dialog'], css[variant])} aria-labelledby={id} onCancel={cancel}>
      {open ? (
        <div className={css['body']}>
          <header className={hideTitle ? css['hidden'] : css['head']}>
            <h2 id={id} className={css['title']} tabIndex={-1}>
              {title}
            </h2>
            {hideTitle ? null : <IconButton icon="close" label="Close" onClick={onClose} />}
          </header>
          <div className={css['content']}>{children}</div>
          {actions === undefined ? null : <footer className={css['actions']}>{actions}</footer>}
        </div>
      ) : null}
    </dialog>
  );
}

/** A dialog that rises from the bottom edge on a phone and stands in the middle of a wide screen. */
export function Sheet(props: Omit<DialogProps, 'variant'>) {
  return <Dialog {...props} variant="sheet" />;
}
