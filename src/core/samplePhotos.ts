/** One of the photographs that a newcomer is shown; it lies in `samples/` beside the page. */
export interface SamplePhoto {
  /** Without its folder, such as `cat.jpg`. */
  readonly file: string;
  /** What it is shown under. */
  readonly label: string;
  /** What the photographer called it, or what is to be seen. */
  readonly title: string;
  readonly by: string;
  /** SPDX identifier. */
  readonly licence: 'CC0-1.0' | 'CC-BY-4.0' | 'CC-BY-SA-3.0' | 'CC-BY-SA-4.0';
}

/** The folder that sample photos lie in on the page, drawn ones too. */
export const samplesFolder = 'sample photos';

/** All made smaller and without their metadata, and else unchanged; where they come from: `public/samples/CREDITS.md`. */
export const samplePhotos: readonly SamplePhoto[] = [
  { file: 'cat.jpg', label: 'animals', title: 'Chelsea', by: 'Stéfan van der Walt', licence: 'CC0-1.0' },
  {
    file: 'flying-bird.jpg',
    label: 'animals',
    title: 'Free',
    by: 'Peter Nerlich',
    licence: 'CC-BY-SA-4.0',
  },
  {
    file: 'nuthatch.jpg',
    label: 'animals',
    title: 'Kleiber',
    by: 'Lukas Baubkus',
    licence: 'CC-BY-SA-3.0',
  },
  {
    file: 'two-dogs.jpg',
    label: 'animals',
    title: 'Friends',
    by: 'Aitzol Berasategi',
    licence: 'CC-BY-4.0',
  },
  {
    file: 'mountain-meadow.jpg',
    label: 'landscapes',
    title: 'Aitzgorri',
    by: 'Aitzol Berasategi',
    licence: 'CC-BY-4.0',
  },
  {
    file: 'mountain-path.jpg',
    label: 'landscapes',
    title: 'Picos de Europa',
    by: 'Aitzol Berasategi',
    licence: 'CC-BY-4.0',
  },
  { file: 'stream.jpg', label: 'landscapes', title: 'Life', by: 'Aitzol Berasategi', licence: 'CC-BY-4.0' },
  { file: 'sunset.jpg', label: 'landscapes', title: 'Sunset', by: 'Aitzol Berasategi', licence: 'CC-BY-4.0' },
  {
    file: 'brushes.jpg',
    label: 'still life',
    title: 'Picture 1A',
    by: 'Trevor “Freespace”',
    licence: 'CC-BY-4.0',
  },
  { file: 'coffee.jpg', label: 'still life', title: 'Coffee', by: 'Rachel Michetti', licence: 'CC0-1.0' },
  {
    file: 'fig.jpg',
    label: 'still life',
    title: 'Picture 0B',
    by: 'Trevor “Freespace”',
    licence: 'CC-BY-4.0',
  },
  {
    file: 'wine-and-drum.jpg',
    label: 'still life',
    title: 'Wine',
    by: 'Jakub Mede',
    licence: 'CC-BY-4.0',
  },
];
