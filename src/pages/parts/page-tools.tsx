import { PhoneOnly } from '#ui/page.tsx';
import { SearchIconButton } from '#pages/search/button.tsx';

/** The rail offers search on wider screens; on a phone it stands in the page's header. */
export function PageTools() {
  return (
    <PhoneOnly>
      <SearchIconButton />
    </PhoneOnly>
  );
}
