/** A typed array that grows as a list does. */
type Kind = Uint8ArrayConstructor | Uint32ArrayConstructor;

export class Growing<K extends Kind> {
  #items: InstanceType<K>;
  readonly #kind: K;
  #length = 0;

  constructor(kind: K, capacity = 1024) {
    this.#kind = kind;
    this.#items = new kind(capacity) as InstanceType<K>;
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#items.length) {
      const larger = new this.#kind(this.#length * 2) as InstanceType<K>;
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[this.#length] = value;
    this.#length += 1;
  }

  /** What was pushed; a view that the next push may leave behind. */
  view(): InstanceType<K> {
    return this.#items.subarray(0, this.#length) as InstanceType<K>;
  }
}
