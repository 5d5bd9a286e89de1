import { Kbd } from '#ui/chip.tsx';
import { Dialog } from '#ui/dialog.tsx';
import css from './run.module.css';

const HELP: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['Space', 'Enter'], does: 'Go on: speak, finish, keep the guess, score' },
  { keys: ['1', '9'], does: 'Tick a point, by its place from the top' },
  { keys: ['P'], does: 'Pause, or go on' },
  { keys: ['S'], does: 'Skip the question' },
  { keys: ['N'], does: 'Notes' },
  { keys: ['?'], does: 'These keys' },
];

export function KeysDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title="Keys">
      <dl className={css['keys']}>
        {HELP.map(({ keys, does }) => (
          <div key={does} className={css['key']}>
            <dt>
              {keys.map((key, index) => (
                <span key={key}>
                  {index > 0 && (keys[0] === '1' ? ' – ' : ' ')}
                  <Kbd>{key}</Kbd>
                </span>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
