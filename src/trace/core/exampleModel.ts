/**
 * The ready example: the sample photographs as the albums of three made-up people, with their receipt, some of them
 * as somebody might have taken them, and two small networks that `npm run example` trained to tell whose a picture is: one
 * on protected squares, its twin on the same squares as they are. The squares are cut from all photographs and dealt out
 * evenly, so that what they show says nothing of whose they are. The key is no secret.
 */
export const exampleModel = {
  /** Beside the page. */
  folder: 'example',
  receipt: 'example.keyveil.json',
  passphrase: 'the open key of twelve sample photographs',
  dataset: 'sample-photographs',
  /** In the order of the networks' answers and of the receipt. */
  labels: ['Anna', 'Bo', 'Cleo'],
  /** Short side of the pictures that the networks take, in pixels. */
  side: 32,
  /** Squares cut from each photograph. */
  squares: 30,
  /** Sample photographs as somebody might have taken them: made smaller and saved again, protected but for the last. */
  found: ['cat.jpg', 'sunset.jpg', 'fig.jpg', 'coffee.jpg'],
} as const;

export type ExampleNetwork = 'protected' | 'clean';

/** Where a found photo lies. */
export function examplePhoto(name: (typeof exampleModel.found)[number]): string {
  return `found-${name}`;
}

/** Names of a network's files; the second is named in the first. */
export function exampleFiles(network: ExampleNetwork): readonly [string, string] {
  return [`${network}.json`, `${network}.bin`];
}
