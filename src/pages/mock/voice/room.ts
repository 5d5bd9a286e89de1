/** How long somebody could speak before the device is full. */

/** Sound and levels of one second. */
const BYTES_PER_SECOND = 3300;
/** Under this much it is worth a word. */
const ENOUGH_MINUTES = 120;

/** Minutes of speech that fit; null where there is plenty, or the browser does not say. Never rejects. */
export async function scarceMinutes(): Promise<number | null> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    if (quota === undefined || usage === undefined) return null;
    const minutes = Math.floor(Math.max(0, quota - usage) / BYTES_PER_SECOND / 60);
    return minutes < ENOUGH_MINUTES ? minutes : null;
  } catch {
    return null;
  }
}
