import { useLocation, useNavigate } from 'react-router';
import { NothingHere } from '#pages/parts/nothing-here.tsx';
import { useTitle } from '#pages/parts/use-title.ts';
import { Button } from '#ui/button.tsx';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  useTitle('Nothing here');
  return (
    <NothingHere
      title="There is nothing at this address"
      icon="search"
      more={<Button onClick={() => void navigate('/')}>Go to Today</Button>}
    >
      <p>
        No page is called <code>{pathname}</code>. The link may be old or mistyped; nothing of yours is lost.
      </p>
    </NothingHere>
  );
}
