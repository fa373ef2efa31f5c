import { cleanText, type Marks, rightsOf } from './marks.ts';

const prohibited = 'http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING';

const namespaces = {
  plus: 'http://ns.useplus.org/ldf/xmp/1.0/',
  dc: 'http://purl.org/dc/elements/1.1/',
  exif: 'http://ns.adobe.com/exif/1.0/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
} as const;

/**
 * An XMP packet (ISO 16684-1) with these marks, in UTF-8; null when there is nothing to say. `plus:DataMining` is the
 * property that IPTC's Photo Metadata Standard 2023.1 gives for opting out of training.
 */
export function xmpPacket(marks: Marks): Uint8Array<ArrayBuffer> | null {
  const properties = propertiesOf(marks);
  if (properties.length === 0) return null;
  const prefixes = new Set(properties.map(({ prefix }) => prefix));
  const declared = [...prefixes].map(prefix => ` xmlns:${prefix}="${namespaces[prefix]}"`).join('');
  const text =
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>' +
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">' +
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    `<rdf:Description rdf:about=""${declared}>${properties.map(({ xml }) => xml).join('')}</rdf:Description>` +
    '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>';
  return new TextEncoder().encode(text);
}

interface Property {
  readonly prefix: keyof typeof namespaces;
  readonly xml: string;
}

function propertiesOf(marks: Marks): readonly Property[] {
  const { optOut, credit } = marks;
  const rights = rightsOf(marks);
  const author = cleanText(credit?.author ?? '');
  const captured = isoDate(credit?.captured ?? null, credit?.offset ?? null);
  const properties: Property[] = [];
  const add = (prefix: Property['prefix'], name: string, content: string) =>
    properties.push({ prefix, xml: `<${prefix}:${name}>${content}</${prefix}:${name}>` });
  if (optOut) add('plus', 'DataMining', prohibited);
  if (rights !== '')
    add('dc', 'rights', `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(rights)}</rdf:li></rdf:Alt>`);
  if (author !== '') add('dc', 'creator', `<rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq>`);
  if (captured !== null) {
    add('exif', 'DateTimeOriginal', captured);
    add('photoshop', 'DateCreated', captured);
  }
  return properties;
}

/** `2024:05:31 18:04:59` → `2024-05-31T18:04:59+02:00` */
function isoDate(captured: string | null, offset: string | null): string | null {
  if (captured === null) return null;
  const [date = '', time = ''] = captured.split(' ');
  return escaped(`${date.replaceAll(':', '-')}T${time}${offset ?? ''}`);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, character => entities[character] ?? '');
}
