import { Link } from 'react-router';
import { buttonClass } from '#ui/button.tsx';
import { Page } from '#ui/page.tsx';
import { EmptyState } from '#ui/state.tsx';

/** An address that names no interview. */
export function NoSuchInterview() {
  const back = (
    <Link to="/plan" className={buttonClass({})}>
      All interviews
    </Link>
  );
  return (
    <Page>
      <EmptyState title="There is no such interview" icon="calendar" level={1} actions={back}>
        It was removed, or the address is mistyped. What you have learnt for it is kept.
      </EmptyState>
    </Page>
  );
}
