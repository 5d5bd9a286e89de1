/** Where the built-in bank comes from: files beside the app, which the service worker keeps for offline use. */
import type { BankSource } from './bank-files.ts';

/** SHA-256 of a text as hex. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The bank at an address that ends in a slash. */
export function bankSource(base: string): BankSource {
  return {
    async fetchText(file) {
      const response = await fetch(base + file, file === 'manifest.json' ? { cache: 'no-cache' } : {});
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      return response.text();
    },
    sha256,
  };
}
