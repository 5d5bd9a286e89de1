import { useEffect } from 'react';
import { useEnvironment } from '#pages/parts/environment-provider.tsx';

/** The same in a storage that `public/theme.js` can read before the first paint. */
function remember(theme: string): void {
  try {
    if (theme === 'system') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Storage is forbidden or full: the next visit begins in the system's theme for a moment.
  }
}

/** The browser's own bars take the colour of the page, or the system's where no theme was chosen. */
function colourBars(theme: string): void {
  const metas = document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]');
  for (const meta of metas) {
    meta.dataset['own'] ??= meta.content;
    meta.content = theme === 'system' ? meta.dataset['own'] : getComputedStyle(document.body).backgroundColor;
  }
}

/** Puts the chosen theme on the root element; with none chosen the system's preference holds. */
export function useTheme(): void {
  const theme = useEnvironment()?.settings.theme;
  useEffect(() => {
    if (theme === undefined) return;
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    remember(theme);
    colourBars(theme);
  }, [theme]);
}
