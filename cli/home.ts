/** Where the command line lives: a checkout that is built as it is needed, or a package that is whole. */
export interface Home {
  /** The folder of the pages that some commands drive in a browser; built now where it must be. */
  pages(): Promise<string>;
  /** Version of Keyveil. */
  readonly version: string;
}
