/** The search at work: keeps the index of a database up to date and answers queries. Runs in a worker, or on the page. */
import type { ItemId, Item } from '#bank/item.ts';
import { IndexBuilder } from '#search/build-index.ts';
import { documentOf, noteDocument, topicTitles, type SearchDocument } from '#search/document.ts';
import { continuations } from '#search/continuations.ts';
import { filterNames } from '#search/filter-names.ts';
import type { PackedIndex } from '#search/packed.ts';
import { parseQuery } from '#search/query.ts';
import { search } from '#search/search.ts';
import { openSegment, type Segment } from '#search/segment.ts';
import type { LamplightDb } from './database.ts';
import { readItem } from './read-item.ts';
import { isOwn, OWN_BANK } from '#review/own-question.ts';
import { answerOf, type SearchAnswer, type SearchAsk } from './search-answer.ts';
import { findIndex, searchVersion } from './search-index.ts';
import { idsStanding } from './search-standing.ts';
import { SearchTexts } from './search-texts.ts';

/** Says whether a newer query has made this one pointless. */
export type IsStale = () => boolean;

/** One database's search. */
export class SearchEngine {
  readonly #db: LamplightDb;
  readonly #base: string | null;
  readonly #texts: SearchTexts;
  #version = '';
  #notes = '';
  #main: PackedIndex | null = null;
  #segments: readonly Segment[] = [];
  #titles: ReadonlyMap<string, string> = new Map();
  #refreshing: Promise<void> | null = null;

  /** `base`: address of the folder with the packs; null where nothing can be fetched. */
  constructor(db: LamplightDb, base: string | null) {
    this.#db = db;
    this.#base = base;
    this.#texts = new SearchTexts((id) => this.#document(id));
  }

  /** Brings the index up to date with bank and notes; does nothing when they have not changed. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#renew().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #renew(): Promise<void> {
    const version = await searchVersion(this.#db);
    const changed = version !== this.#version;
    const banks = await this.#db.banks.toArray();
    this.#titles = topicTitles(banks.flatMap(({ manifest }) => manifest.domains));
    if (changed) {
      this.#texts.clear();
      this.#main = await findIndex(this.#db, { version, base: this.#base, read: (item) => this.#read(item) });
    }
    await this.#renewNotes(changed);
    this.#version = version;
  }

  #read(item: Item): SearchDocument {
    const document = documentOf(item, this.#titles);
    // One with a note is read with it, for the index beside this one.
    if (this.#texts.noteOf(item.id) === '') this.#texts.keep(document);
    return document;
  }

  /** The person's own questions, and items with a note of theirs, are indexed anew, beside the main index, in which they are struck out. */
  async #renewNotes(changed: boolean): Promise<void> {
    const rows = await this.#db.marks.filter(({ note }) => note.trim() !== '').toArray();
    const notes = new Map(rows.map(({ item, note }) => [item as string, note]));
    const [bank, own] = await Promise.all([
      this.#db.banks.get(OWN_BANK),
      this.#db.items.where('bank').equals(OWN_BANK).primaryKeys(),
    ]);
    const state = JSON.stringify([bank?.manifest.version, ...notes]);
    if (!changed && state === this.#notes) return;
    this.#notes = state;
    this.#texts.setNotes(notes);
    const builder = new IndexBuilder();
    const struck = new Set<string>();
    for (const id of new Set([...own, ...notes.keys()])) {
      // It may have been changed, or deleted while its note stays.
      if (isOwn(id)) this.#texts.drop(id);
      const document = await this.#texts.get(id);
      // A damaged one stays in the main index, where its title is.
      if (!document) continue;
      builder.add(document);
      struck.add(id);
    }
    const main = this.#main ? [openSegment(this.#main, struck)] : [];
    this.#segments = builder.documents === 0 ? main : [...main, openSegment(builder.finish())];
  }

  async #document(id: string): Promise<SearchDocument | null> {
    const item = await readItem(this.#db, id as ItemId);
    const note = this.#texts.noteOf(id);
    if (item) return documentOf(item, this.#titles, note);
    return note === '' ? null : noteDocument(id, note);
  }

  /** What may be typed after a text, the likeliest first. */
  continuations(text: string): string[] {
    return continuations(this.#segments, text);
  }

  /**
   * Answers a query: at once, without those texts that have yet to be read, and again when they are there. Nothing more comes
   * once the query is stale.
   */
  async ask(ask: SearchAsk, isStale: IsStale, reply: (answer: SearchAnswer, last: boolean) => void): Promise<void> {
    if (this.#version === '') await this.refresh();
    if (isStale()) return;
    const query = parseQuery(ask.text, filterNames(this.#segments));
    const among = await idsStanding(this.#db, query.filters.is, ask.today);
    if (isStale()) return;
    const result = search(this.#segments, query, among);
    const missing = result.hits.slice(0, ask.most).filter(({ entry }) => !this.#texts.has(entry.id));
    if (missing.length > 0) reply(answerOf(result, query, this.#texts, ask.most), false);
    await Promise.all(missing.map(({ entry }) => this.#texts.get(entry.id)));
    if (isStale()) return;
    reply(answerOf(result, query, this.#texts, ask.most), true);
  }
}
