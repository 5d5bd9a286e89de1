import { Button } from '#ui/button.tsx';
import { Row } from '#ui/page.tsx';
import { send } from './store.ts';
import css from './run.module.css';

export interface GradeFootProps {
  readonly label: string;
  readonly onScore: () => void;
}

/** Under an answer that is graded: let it count and go on, or leave it out. */
export function GradeFoot({ label, onScore }: GradeFootProps) {
  return (
    <div className={css['foot']}>
      <Row>
        <Button variant="plain" onClick={() => send({ type: 'leftOut' })}>
          Leave out of the score
        </Button>
      </Row>
      <Button variant="primary" size="lg" block aria-keyshortcuts="Space Enter" onClick={onScore}>
        {label}
      </Button>
    </div>
  );
}
