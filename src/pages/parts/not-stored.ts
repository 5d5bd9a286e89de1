/** Why a change was not stored, that nothing else is lost, and what to do. */
export function notStored(full: boolean): string {
  return full
    ? 'Not stored: this device is full. Nothing earlier is lost. Free some space, then try again.'
    : 'Not stored: the database did not answer. Nothing earlier is lost. Try again, or reload the page.';
}
