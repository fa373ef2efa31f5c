import { joinedBytes } from '../../src/core/joinedBytes.ts';

/**
 * Headers of tar files (POSIX.1-2001, ustar and pax; GNU's long names are read as well). A member is a header of 512 bytes, its
 * content, and zeros up to the next 512.
 */
export const blockSize = 512;

/** What a header says, as far as it matters here. */
export interface TarHeader {
  readonly name: string;
  /** Of the content, in bytes. */
  readonly size: number;
  /** `file`; `name` and `pax` tell of the member behind them; all else is left out. */
  readonly kind: 'file' | 'long-name' | 'pax' | 'pax-global' | 'other';
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Null at the end of the archive, which is a block of zeros. @throws RangeError for what is no header */
export function parseHeader(block: Uint8Array): TarHeader | null {
  if (block.every(byte => byte === 0)) return null;
  if (checksum(block) !== octal(block.subarray(148, 156))) throw new RangeError('no tar header');
  const prefix = isUstar(block) ? text(block.subarray(345, 500)) : '';
  const name = text(block.subarray(0, 100));
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    size: numberIn(block.subarray(124, 136)),
    kind: kindOf(String.fromCharCode(block[156] ?? 0)),
  };
}

function kindOf(flag: string): TarHeader['kind'] {
  if (flag === '0' || flag === '\0' || flag === '7') return 'file';
  if (flag === 'L') return 'long-name';
  if (flag === 'x') return 'pax';
  return flag === 'g' ? 'pax-global' : 'other';
}

/** `path` and `size` out of the records of a pax header. */
export function paxFields(content: Uint8Array): { readonly path?: string; readonly size?: number } {
  const fields: { path?: string; size?: number } = {};
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(32, at);
    const length = Number(decoder.decode(content.subarray(at, space)));
    if (space === -1 || !(length > 0)) break;
    const record = decoder.decode(content.subarray(space + 1, at + length - 1));
    const equals = record.indexOf('=');
    if (record.slice(0, equals) === 'path') fields.path = record.slice(equals + 1);
    if (record.slice(0, equals) === 'size') fields.size = Number(record.slice(equals + 1));
    at += length;
  }
  return fields;
}

/** The name in a GNU long name's content. */
export const longName = (content: Uint8Array): string => text(content);

/**
 * The blocks before a member's content: one, or three where the name is too long for one. Owner, group and time are those of
 * nobody: the same members give the same bytes on every machine.
 */
export function headerBlocks(name: string, size: number): Uint8Array {
  const bytes = encoder.encode(name);
  if (bytes.length <= 100) return headerBlock(bytes, size, '0');
  const record = paxRecord('path', name);
  const pax = headerBlock(encoder.encode('pax'), record.length, 'x');
  const own = headerBlock(bytes.subarray(0, 100), size, '0');
  return joinedBytes([pax, record, padding(record.length), own]);
}

/** Zeros from the end of a content to the next block. */
export function padding(size: number): Uint8Array {
  return new Uint8Array((blockSize - (size % blockSize)) % blockSize);
}

/** What stands at the end of an archive. */
export const ending = new Uint8Array(2 * blockSize);

function headerBlock(name: Uint8Array, size: number, flag: string): Uint8Array {
  const block = new Uint8Array(blockSize);
  const put = (at: number, value: string) => block.set(encoder.encode(value), at);
  block.set(name, 0);
  put(100, '0000644\0');
  put(108, '0000000\0');
  put(116, '0000000\0');
  put(124, `${size.toString(8).padStart(11, '0')}\0`);
  put(136, '00000000000\0');
  put(156, flag);
  put(257, 'ustar\0');
  put(263, '00');
  put(148, `${checksum(block).toString(8).padStart(6, '0')}\0 `);
  return block;
}

/** `length key=value\n`, where the length counts its own digits. */
function paxRecord(key: string, value: string): Uint8Array {
  const rest = encoder.encode(` ${key}=${value}\n`).length;
  let length = rest + 1;
  while (String(length).length + rest !== length) length = String(length).length + rest;
  return encoder.encode(`${length} ${key}=${value}\n`);
}

/** The sum of all bytes, those of the sum itself taken as spaces. */
function checksum(block: Uint8Array): number {
  let sum = 8 * 32;
  for (const [at, byte] of block.entries()) if (at < 148 || at >= 156) sum += byte;
  return sum;
}

function isUstar(block: Uint8Array): boolean {
  return text(block.subarray(257, 262)) === 'ustar' && block[262] === 0;
}

function text(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decoder.decode(end === -1 ? bytes : bytes.subarray(0, end));
}

function octal(bytes: Uint8Array): number {
  return Number.parseInt(text(bytes).trim(), 8);
}

/** Octal, or binary with its first bit set where that is too short. */
function numberIn(bytes: Uint8Array): number {
  if (((bytes[0] ?? 0) & 0x80) === 0) return octal(bytes);
  let value = (bytes[0] ?? 0) & 0x7f;
  for (const byte of bytes.subarray(1)) value = value * 256 + byte;
  return value;
}
