/** Gives a file to the browser's downloads. */

/** Long enough for a slow phone to have begun writing. */
const KEPT_MS = 60_000;

/** Downloads a file under a name. */
export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
