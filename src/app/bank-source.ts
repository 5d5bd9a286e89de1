/** Where the built-in bank comes from: files beside the app, which the service worker keeps for offline use. */
import type { BankSource } from '#storage/load-bank.ts';

const BASE = `${import.meta.env.BASE_URL}bank/`;

export const bankSource: BankSource = {
  async fetchText(file) {
    const response = await fetch(BASE + file, file === 'manifest.json' ? { cache: 'no-cache' } : {});
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return response.text();
  },
  async sha256(text) {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  },
};
