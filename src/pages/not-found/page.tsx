import { useLocation, useNavigate } from 'react-router';
import { useTitle } from '#pages/parts/use-title.ts';
import { Button } from '#ui/button.tsx';
import { Page } from '#ui/page.tsx';
import { EmptyState } from '#ui/state.tsx';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  useTitle('Nothing here');
  return (
    <Page>
      <EmptyState
        level={1}
        title="There is nothing at this address"
        icon="search"
        actions={
          <>
            <Button variant="primary" onClick={() => void navigate('/library')}>
              Open the Library
            </Button>
            <Button onClick={() => void navigate('/')}>Go to Today</Button>
          </>
        }
      >
        <p>
          No page is called <code>{pathname}</code>. The link may be old or mistyped; nothing of yours is lost.
        </p>
      </EmptyState>
    </Page>
  );
}
