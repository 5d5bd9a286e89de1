import { Dialog } from '#ui/dialog.tsx';
import { Kbd } from '#ui/chip.tsx';
import { KEY_HELP } from './keys.ts';
import css from './page.module.css';

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title="Keys">
      <dl className={css['keys']}>
        {KEY_HELP.map(({ keys, does }) => (
          <div key={does} className={css['key']}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
