import { Link } from 'react-router';
import { Icon } from '#ui/icon.tsx';
import { iconButtonClass } from '#ui/icon-button.tsx';
import { PhoneOnly } from '#ui/page.tsx';
import { SearchIconButton } from '#pages/search/button.tsx';

/** On a phone the bar at the bottom holds five places; search and settings stand in the page's header. */
export function PageTools() {
  return (
    <PhoneOnly>
      <SearchIconButton />
      <Link to="/settings" className={iconButtonClass} aria-label="Settings" title="Settings">
        <Icon name="settings" />
      </Link>
    </PhoneOnly>
  );
}
