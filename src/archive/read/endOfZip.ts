/** What the end of a zip says of its list (APPNOTE 4.3.14 to 4.3.16), and where the list itself ends. */
export interface EndOfZip {
  readonly at: number;
  readonly bytes: number;
  readonly entries: number;
  readonly endsAt: number;
  /** Number of the part that the end stands in; 0 unless the zip was split. */
  readonly disk: number;
}

/** What the records begin with, and how long their fixed part is. */
const end = { signature: 0x06054b50, bytes: 22 };
const end64 = { signature: 0x06064b50, bytes: 56 };
const locator64 = { signature: 0x07064b50, bytes: 20 };

/** A comment takes 64 KiB; servers and disks put more behind a zip than that. */
const searched = 1 << 20;
/** More than these are there to keep a machine busy. */
const mostEnds = 100;

async function viewOf(zip: Blob, from: number, to: number): Promise<DataView<ArrayBuffer>> {
  return new DataView(await zip.slice(from, to).arrayBuffer());
}

/**
 * Whatever may be the end of a zip, the last first: bytes of a comment can look like one, and whoever reads the list that it
 * leads to sees which is real. Those whose comment is longer than the file, as of zips that lost their last bytes, come
 * behind the others.
 */
export async function* possibleEnds(zip: Blob): AsyncGenerator<EndOfZip> {
  const from = Math.max(0, zip.size - end.bytes - searched);
  const tail = await viewOf(zip, from, zip.size);
  const places = placesOfEnds(tail);
  const fits = (at: number) => at + end.bytes + tail.getUint16(at + 20, true) <= tail.byteLength;
  for (const at of [...places.filter(fits), ...places.filter(place => !fits(place))]) {
    yield (await end64Before(zip, from + at)) ?? {
      disk: tail.getUint16(at + 4, true),
      entries: tail.getUint16(at + 10, true),
      bytes: tail.getUint32(at + 12, true),
      at: tail.getUint32(at + 16, true),
      endsAt: from + at,
    };
  }
}

function placesOfEnds(tail: DataView): readonly number[] {
  const places: number[] = [];
  for (let at = tail.byteLength - end.bytes; at >= 0 && places.length < mostEnds; at--) {
    if (tail.getUint8(at) === 0x50 && tail.getUint32(at, true) === end.signature) places.push(at);
  }
  return places;
}

/** The end as Zip64 tells it, which stands right before the plain one; null where there is none. */
async function end64Before(zip: Blob, endAt: number): Promise<EndOfZip | null> {
  const at = endAt - locator64.bytes;
  if (at < 0) return null;
  const locator = await viewOf(zip, at, endAt);
  if (locator.getUint32(0, true) !== locator64.signature) return null;
  // Right before its locator, wherever that says it is.
  const recordAt = at - end64.bytes;
  const record = await viewOf(zip, Math.max(0, recordAt), at);
  if (record.byteLength < end64.bytes || record.getUint32(0, true) !== end64.signature) return null;
  return {
    disk: record.getUint32(16, true),
    entries: Number(record.getBigUint64(32, true)),
    bytes: Number(record.getBigUint64(40, true)),
    at: Number(record.getBigUint64(48, true)),
    endsAt: recordAt,
  };
}
