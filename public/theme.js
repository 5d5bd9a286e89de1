/* Before the first paint: the theme that was chosen on this device. `use-theme.ts` keeps the copy that is read here. */
try {
  const theme = localStorage.getItem('theme');
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  /* Storage is forbidden: the system's theme holds. */
}
