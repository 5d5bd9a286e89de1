import { Link } from 'react-router';
import { Icon } from '#ui/icon.tsx';
import { iconButtonClass } from '#ui/icon-button.tsx';
import { PhoneOnly } from '#ui/page.tsx';

/** On a phone the bar at the bottom holds five places; settings stand in the page's header. */
export function PageTools() {
  return (
    <PhoneOnly>
      <Link to="/settings" className={iconButtonClass} aria-label="Settings" title="Settings">
        <Icon name="settings" />
      </Link>
    </PhoneOnly>
  );
}
