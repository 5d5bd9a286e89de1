/** Reads aloud with the system's own voice, where there is one; nothing leaves the device but what that voice needs. */

/** Whether this browser can read aloud at all. */
export function canSpeak(): boolean {
  return 'speechSynthesis' in globalThis && 'SpeechSynthesisUtterance' in globalThis;
}

/** Asks first: where nothing is said, even silence takes its time. */
export function stopSpeaking(): void {
  if (canSpeak() && (speechSynthesis.speaking || speechSynthesis.pending)) speechSynthesis.cancel();
}

/** Reads a text, or stops when it is reading already. Prefers a voice that works offline. */
export function toggleSpeech(text: string): void {
  if (!canSpeak()) return;
  if (speechSynthesis.speaking) {
    stopSpeaking();
    return;
  }
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = 'en';
  const voice = speechSynthesis.getVoices().find((each) => each.localService && each.lang.startsWith('en'));
  if (voice) utterance.voice = voice;
  speechSynthesis.speak(utterance);
}
