/** The keys that open the search, as this machine's keyboard names them. */
export function searchKeys(): string {
  return /mac|iphone|ipad/iu.test(navigator.platform) ? '⌘ K' : 'Ctrl K';
}
