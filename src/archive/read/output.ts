/** What a method of packing gives: the bytes, and whether their end was reached within the room that there was. */
export interface Expanded {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** False when more would have come. */
  readonly ended: boolean;
}

/** Thrown by those who expand, within this room alone: the packed bytes are not what they should be. */
export class BrokenData extends Error {}

/** Where expanded bytes are put: grows as they come, up to `limit` and no further. */
export class Output {
  readonly #limit: number;
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;

  constructor(limit: number) {
    this.#limit = limit;
    this.#bytes = new Uint8Array(Math.min(limit, 1 << 16));
  }

  get length(): number {
    return this.#length;
  }

  /** False when there is no room left. */
  push(byte: number): boolean {
    if (this.#length === this.#limit) return false;
    if (this.#length === this.#bytes.length) this.#grow();
    this.#bytes[this.#length++] = byte;
    return true;
  }

  /** Repeats what came `distance` bytes ago, `length` bytes long. False when there is no room left. */
  repeat(distance: number, length: number): boolean {
    if (distance > this.#length) throw new BrokenData('It repeats what never was');
    for (let i = 0; i < length; i++) if (!this.push(this.#bytes[this.#length - distance] ?? 0)) return false;
    return true;
  }

  taken(ended: boolean): Expanded {
    return { bytes: this.#bytes.slice(0, this.#length), ended };
  }

  #grow(): void {
    const larger = new Uint8Array(Math.min(this.#limit, this.#bytes.length * 2));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
