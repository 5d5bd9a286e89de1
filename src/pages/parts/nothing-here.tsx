import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '#ui/button.tsx';
import type { IconName } from '#ui/icon-paths.ts';
import { Page } from '#ui/page.tsx';
import { EmptyState } from '#ui/state.tsx';

interface NothingHereProps {
  readonly title: string;
  readonly icon?: IconName;
  /** Other ways on, beside the Library. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
}

/** A whole page for what an address does not lead to, with the way to the Library. */
export function NothingHere({ title, icon = 'library', more, children }: NothingHereProps) {
  const navigate = useNavigate();
  const actions = (
    <>
      <Button variant="primary" onClick={() => void navigate('/library')}>
        Open the Library
      </Button>
      {more}
    </>
  );
  return (
    <Page>
      <EmptyState level={1} title={title} icon={icon} actions={actions}>
        {children}
      </EmptyState>
    </Page>
  );
}
