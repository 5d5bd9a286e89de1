/** The texts of items for excerpts: read when first needed, kept while there is room. */
import type { SearchDocument } from '#search/document.ts';

/** UTF-16 units that are kept. */
const ROOM = 4_000_000;

interface Held {
  readonly document: SearchDocument | null;
  readonly units: number;
}

function unitsOf(document: SearchDocument | null): number {
  const lines = document?.sections.flatMap((section) => section.lines) ?? [];
  return lines.reduce((sum, line) => sum + line.length, 100);
}

export class SearchTexts {
  readonly #read: (id: string) => Promise<SearchDocument | null>;
  readonly #held = new Map<string, Held>();
  #notes: ReadonlyMap<string, string> = new Map();
  #units = 0;

  constructor(read: (id: string) => Promise<SearchDocument | null>) {
    this.#read = read;
  }

  clear(): void {
    this.#held.clear();
    this.#units = 0;
  }

  /** The person's notes by item; texts whose note is another now are read again. */
  setNotes(notes: ReadonlyMap<string, string>): void {
    for (const id of new Set([...this.#notes.keys(), ...notes.keys()])) {
      if (this.#notes.get(id) !== notes.get(id)) this.drop(id);
    }
    this.#notes = notes;
  }

  noteOf(id: string): string {
    return this.#notes.get(id) ?? '';
  }

  /** Forgets a text that may be another now. */
  drop(id: string): void {
    this.#units -= this.#held.get(id)?.units ?? 0;
    this.#held.delete(id);
  }

  #put(id: string, document: SearchDocument | null): void {
    this.drop(id);
    const units = unitsOf(document);
    this.#held.set(id, { document, units });
    this.#units += units;
    while (this.#units > ROOM) {
      const oldest = this.#held.keys().next().value;
      if (oldest === undefined || oldest === id) return;
      this.drop(oldest);
    }
  }

  /** Keeps a text that is at hand anyway. */
  keep(document: SearchDocument): void {
    this.#put(document.entry.id, document);
  }

  has(id: string): boolean {
    return this.#held.has(id);
  }

  /** The text if it is held. */
  peek(id: string): SearchDocument | null {
    return this.#held.get(id)?.document ?? null;
  }

  /** The text, read if need be; null for an item that is gone or damaged: it is still found by its title. */
  async get(id: string): Promise<SearchDocument | null> {
    const held = this.#held.get(id);
    if (held) {
      this.#put(id, held.document);
      return held.document;
    }
    const document = await this.#read(id).catch(() => null);
    this.#put(id, document);
    return document;
  }
}
