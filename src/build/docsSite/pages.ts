/** A page of a site, in the order of its menu. `file` is a Markdown file in the site's folder, without its ending. */
export interface DocsPage {
  readonly file: string;
  /** What the menu calls it. */
  readonly title: string;
}

interface Chapter {
  readonly title: string;
  readonly pages: readonly DocsPage[];
}

/** The guides in one language. */
export interface DocsSite {
  /** BCP 47. */
  readonly lang: string;
  /** Of docs, and of the site: empty, or a folder's name. */
  readonly folder: '' | 'zh';
  readonly chapters: readonly Chapter[];
  readonly words: DocsWords;
}

/** What stands around every page. */
interface DocsWords {
  readonly pages: string;
  readonly openApp: string;
  readonly steps: string;
  readonly table: string;
}

const english: readonly Chapter[] = [
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

/** What people need who use the page; what lies deeper is there in English alone. */
const chinese: readonly Chapter[] = [
  {
    title: '写给每个人',
    pages: [
      { file: 'index', title: 'Keyveil 做什么' },
      { file: 'how-to', title: '怎么用' },
      { file: 'limits', title: '它的限度' },
      { file: 'privacy', title: '隐私' },
      { file: 'faq', title: '常见问题' },
    ],
  },
];

export const englishDocs: DocsSite = {
  lang: 'en',
  folder: '',
  chapters: english,
  words: { pages: 'Pages', openApp: 'Open the app', steps: 'Before and after', table: 'Table' },
};

export const chineseDocs: DocsSite = {
  lang: 'zh-Hans',
  folder: 'zh',
  chapters: chinese,
  words: { pages: '目录', openApp: '打开应用', steps: '前后页', table: '表格' },
};

export const docsSites: readonly DocsSite[] = [englishDocs, chineseDocs];

/** How each language calls itself, for those who would rather read the other. */
export const ownNames: Readonly<Record<DocsSite['folder'], string>> = { '': 'English', zh: '中文' };

export const pagesOf = ({ chapters }: DocsSite): readonly DocsPage[] =>
  chapters.flatMap(({ pages }) => pages);
