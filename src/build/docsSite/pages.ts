/** A page of the site, in the order of its menu. `file` is a Markdown file in docs, without its ending. */
export interface DocsPage {
  readonly file: string;
  /** What the menu calls it. */
  readonly title: string;
}

export interface Chapter {
  readonly title: string;
  readonly pages: readonly DocsPage[];
}

export const chapters: readonly Chapter[] = [
  {
    title: 'For everyone',
    pages: [
      { file: 'index', title: 'What Keyveil does' },
      { file: 'how-to', title: 'How to' },
      { file: 'limits', title: 'Limits' },
      { file: 'privacy', title: 'Privacy' },
      { file: 'faq', title: 'Questions' },
    ],
  },
  {
    title: 'In depth',
    pages: [
      { file: 'method', title: 'The method' },
      { file: 'evidence', title: 'Evidence' },
      { file: 'trace', title: 'Trace' },
      { file: 'browsers', title: 'Browsers' },
      { file: 'checks', title: 'How it is checked' },
    ],
  },
  {
    title: 'For those who run or change it',
    pages: [
      { file: 'cli', title: 'The command line' },
      { file: 'deploy', title: 'Put it on a host' },
      { file: 'developer', title: 'Developer guide' },
      { file: 'architecture', title: 'Architecture' },
      { file: 'dependencies', title: 'Dependencies' },
    ],
  },
];

export const pages: readonly DocsPage[] = chapters.flatMap(chapter => chapter.pages);
