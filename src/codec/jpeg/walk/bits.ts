/**
 * The bits of one scan, between restart markers. Zeros take the place of what is missing, as in libjpeg, so that readers
 * need not ask at every bit; `isShort` tells afterwards.
 */
export class Bits {
  readonly #bytes: Uint8Array;
  /** Of the next byte to be taken in. */
  #at: number;
  /** The bits taken in and not read yet stand at the lower end. */
  #held = 0;
  #count = 0;
  /** How many of those held are made up. */
  #madeUp = 0;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** Whether more was read than there is. */
  get isShort(): boolean {
    return this.#madeUp > this.#count;
  }

  /** Where the scan goes on: behind the last byte that a bit was read of. */
  get at(): number {
    const bytes = this.#bytes;
    let at = this.#at;
    for (let unread = Math.max(0, this.#count - this.#madeUp) >> 3; unread > 0; unread--) {
      at -= 1;
      // A zero that only says that the 0xFF before it is no marker.
      if (bytes[at] === 0 && bytes[at - 1] === 0xff) at -= 1;
    }
    return at;
  }

  /** Forgets the bits up to the next byte, and goes on at another place. */
  restart(at: number): void {
    this.#at = at;
    this.#held = 0;
    this.#count = 0;
    this.#madeUp = 0;
  }

  /** The next 16 bits, which stay. */
  peek(): number {
    if (this.#count < 16) this.#fill();
    return (this.#held >>> (this.#count - 16)) & 0xffff;
  }

  /** Passes over up to 16 bits. */
  skip(bits: number): void {
    if (this.#count < bits) this.#fill();
    this.#count -= bits;
  }

  /** The next bits, up to 16, as a number. */
  read(bits: number): number {
    if (this.#count < bits) this.#fill();
    this.#count -= bits;
    return (this.#held >>> this.#count) & ((1 << bits) - 1);
  }

  #fill(): void {
    const bytes = this.#bytes;
    while (this.#count <= 24) {
      const byte = bytes[this.#at] ?? 0xff;
      if (byte !== 0xff) this.#at += 1;
      else if (bytes[this.#at + 1] === 0) this.#at += 2;
      else {
        this.#held <<= 8;
        this.#count += 8;
        this.#madeUp += 8;
        continue;
      }
      this.#held = (this.#held << 8) | byte;
      this.#count += 8;
    }
  }
}
