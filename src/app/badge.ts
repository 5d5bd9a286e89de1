/** Shows how many cards are due on the installed app's icon, where the system can; zero clears it. */
export async function showBadge(dueCount: number): Promise<void> {
  if (!('setAppBadge' in navigator)) return;
  try {
    await (dueCount > 0 ? navigator.setAppBadge(dueCount) : navigator.clearAppBadge());
  } catch {
    // Refused, as in a tab of some browsers: a badge is an ornament.
  }
}
