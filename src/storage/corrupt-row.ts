/** A stored row that is not what it should be. Nothing is thrown away: the log can rebuild cards, and a bad event stays put. */
export class CorruptRowError extends Error {
  override readonly name = 'CorruptRowError';
  readonly table: 'cards' | 'events' | 'packs';
  readonly key: string;

  constructor(table: 'cards' | 'events' | 'packs', key: string, why: string) {
    super(`${table}/${key}: ${why}`);
    this.table = table;
    this.key = key;
  }
}
