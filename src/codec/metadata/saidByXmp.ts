import type { Said } from './said.ts';

/**
 * Date, author and rights of an XMP packet. Not through an XML parser: threads have none, and three properties in fixed shapes
 * need none; a packet that is no XML gives nothing, or words that are cleaned before anybody reads them.
 */
export function saidByXmp(packet: Uint8Array): Said {
  const text = new TextDecoder().decode(packet);
  const dc = prefixOf(text, 'http://purl.org/dc/elements/1.1/');
  const photoshop = prefixOf(text, 'http://ns.adobe.com/photoshop/1.0/');
  const said: { -readonly [K in keyof Said]: Said[K] } = {};
  if (dc !== null) {
    said.author = valuesOf(text, `${dc}:creator`).join(', ');
    // Of several languages the first, which is the default.
    said.rights = valuesOf(text, `${dc}:rights`)[0] ?? '';
  }
  if (photoshop !== null) said.taken = valuesOf(text, `${photoshop}:DateCreated`)[0] ?? '';
  return said;
}

/** What a namespace is called in this packet. */
function prefixOf(text: string, namespace: string): string | null {
  for (const quote of ['"', "'"]) {
    const at = text.indexOf(`=${quote}${namespace}${quote}`);
    const name = at === -1 ? null : /xmlns:([\w-]+)\s*$/.exec(text.slice(Math.max(0, at - 60), at));
    if (name?.[1] !== undefined) return name[1];
  }
  return null;
}

/** A property as an attribute, as an element, or as an element with a list in it. */
function valuesOf(text: string, property: string): readonly string[] {
  const attribute = new RegExp(`\\s${property}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(text);
  if (attribute !== null) return [unescaped(attribute[1] ?? attribute[2] ?? '')];
  const start = text.indexOf(`<${property}`);
  const open = start === -1 ? -1 : text.indexOf('>', start);
  const end = open === -1 ? -1 : text.indexOf(`</${property}>`, open);
  if (end === -1) return [];
  const content = text.slice(open + 1, end);
  const listed = [...content.matchAll(/<[\w-]+:li\b[^>]*>([^<]*)</g)].map(match => unescaped(match[1] ?? ''));
  return listed.length > 0 || content.includes('<')
    ? listed.filter(word => word !== '')
    : [unescaped(content)];
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.trim().replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
