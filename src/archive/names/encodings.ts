import { type CodePage, codePages } from './codePages.ts';

/** The encodings that names in zips are written in. */

/** What `TextDecoder` knows, by the labels of the Encoding Standard, and the code pages that it does not. */
export type Encoding =
  | CodePage
  | 'utf-8'
  | 'ibm866'
  | 'gbk'
  | 'big5'
  | 'shift_jis'
  | 'euc-jp'
  | 'euc-kr'
  | 'koi8-r'
  | 'macintosh'
  | 'windows-874'
  | 'windows-1250'
  | 'windows-1251'
  | 'windows-1252'
  | 'windows-1253'
  | 'windows-1254'
  | 'windows-1255'
  | 'windows-1256'
  | 'windows-1257';

/** In the order in which they are offered where nothing speaks for one of them. */
export const encodings: readonly Encoding[] = [
  'utf-8',
  'ibm850',
  'ibm437',
  'gbk',
  'big5',
  'shift_jis',
  'euc-kr',
  'ibm866',
  'ibm852',
  'windows-1252',
  'windows-1251',
  'windows-1250',
  'ibm857',
  'ibm737',
  'ibm775',
  'ibm862',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-874',
  'koi8-r',
  'euc-jp',
  'macintosh',
];

function isCodePage(encoding: Encoding): encoding is CodePage {
  return encoding in codePages;
}

/** The text that the bytes stand for; null where they stand for none in this encoding. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string | null {
  if (isCodePage(encoding)) {
    const upper = codePages[encoding];
    const text = Array.from(bytes, byte =>
      byte < 0x80 ? String.fromCharCode(byte) : (upper[byte - 0x80] ?? '\ufffd'),
    ).join('');
    return text.includes('\ufffd') ? null : text;
  }
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The text, whatever it takes: what stands for nothing becomes U+FFFD. */
export function decodeAnyhow(bytes: Uint8Array, encoding: Encoding): string {
  const whole = decodeAs(bytes, encoding);
  if (whole !== null || isCodePage(encoding)) return whole ?? decodeAs(bytes, 'ibm437') ?? '';
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}
