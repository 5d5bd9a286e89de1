/** The browser's own way back. The router follows it at once, so whoever wants to hold it must have been listening before. */
type Ask = (event: PopStateEvent) => void;

let asked: Ask | null = null;

/** Begins to listen: before the router does. */
export function listenForBack(): void {
  window.addEventListener('popstate', (event) => asked?.(event));
}

/** Asks here before a step back or forth is followed; `stopImmediatePropagation` holds it. Returns how to stop. */
export function askBeforeBack(ask: Ask): () => void {
  asked = ask;
  return () => {
    if (asked === ask) asked = null;
  };
}
