export interface FoundBrowser {
  readonly path: string;
  readonly source: 'environment' | 'playwright' | 'system';
}

export const browserFlags: string[];
export const softwareWebGlFlags: string[];

export function locateBrowser(
  env?: Readonly<Record<string, string | undefined>>,
  platform?: string,
): FoundBrowser | null;

export function findBrowser(
  log: (line: string) => void,
  look?: () => FoundBrowser | null,
  ways?: readonly (() => boolean)[],
): Promise<FoundBrowser | null>;
