import type { CardFacts } from './facts.ts';

/** The context that Croissant 1.0 asks for, as its specification gives it. */
const context = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  cr: 'http://mlcommons.org/croissant/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  fileProperty: 'cr:fileProperty',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  key: 'cr:key',
  md5: 'cr:md5',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  sc: 'https://schema.org/',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
} as const;

const types: Readonly<Record<string, string>> = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' };

const files = { '@id': 'photo-files' } as const;

/** The set as Croissant JSON-LD (MLCommons, 1.0): where its photos lie, and how a program reads photo and label. */
export function croissant(facts: CardFacts): string {
  const { title, description, license, creator, url, endings, inTars, labels } = facts;
  const dataset = {
    '@context': context,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    name: title,
    description,
    ...(license === null ? {} : { license }),
    ...(creator === null ? {} : { creator: { '@type': 'sc:Person', name: creator } }),
    ...(url === null ? {} : { url }),
    keywords: ['keyveil', 'unlearnable', 'image classification'],
    // Schema.org's place for what may be done: the wish that every file carries, too.
    usageInfo: 'Text and data mining, which training is, is reserved (plus:DataMining in every file).',
    disambiguatingDescription: `Protected with Keyveil, method ${facts.settings.method}; commitment ${facts.commitment}.`,
    distribution: [
      {
        '@type': 'cr:FileObject',
        '@id': 'repository',
        name: 'repository',
        description: 'The folder that this file lies in.',
        contentUrl: url ?? '.',
        encodingFormat: 'git+https',
        // Croissant asks for a checksum of what is downloaded; a folder has none, and its schema takes this in its place.
        sha256: 'main',
      },
      {
        '@type': 'cr:FileSet',
        ...files,
        name: files['@id'],
        containedIn: { '@id': 'repository' },
        encodingFormat: inTars ? 'application/x-tar' : endings.map(ending => types[ending] ?? ending),
        includes: inTars ? '**/*.tar' : endings.map(ending => `*/*.${ending}`),
      },
    ],
    recordSet: [
      { ...labelSet, data: labels.map(({ label }) => ({ 'labels/name': label })) },
      ...(inTars ? [] : [photoSet]),
    ],
  };
  return `${JSON.stringify(dataset, null, 1)}\n`;
}

const labelSet = {
  '@type': 'cr:RecordSet',
  '@id': 'labels',
  name: 'labels',
  dataType: 'sc:Enumeration',
  key: { '@id': 'labels/name' },
  field: [{ '@type': 'cr:Field', '@id': 'labels/name', name: 'labels/name', dataType: 'sc:Text' }],
} as const;

/** Of a set in folders: the label is the folder. */
const photoSet = {
  '@type': 'cr:RecordSet',
  '@id': 'photos',
  name: 'photos',
  field: [
    {
      '@type': 'cr:Field',
      '@id': 'photos/image',
      name: 'photos/image',
      dataType: 'sc:ImageObject',
      source: { fileSet: files, extract: { fileProperty: 'content' } },
    },
    {
      '@type': 'cr:Field',
      '@id': 'photos/label',
      name: 'photos/label',
      dataType: ['sc:Text', 'cr:Label'],
      references: { field: { '@id': 'labels/name' } },
      source: {
        fileSet: files,
        extract: { fileProperty: 'fullpath' },
        transform: { regex: '(?:^|/)([^/]+)/[^/]+$' },
      },
    },
  ],
} as const;
