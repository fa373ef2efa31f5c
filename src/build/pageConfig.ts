import type { BuildOptions, UserConfig } from 'vite';

/** How the app's scripts are built. */
export const appBuild = {
  target: 'es2023',
  modulePreload: { polyfill: false },
} as const satisfies BuildOptions;

interface Page {
  /** Its folder, or the folder of several pages. */
  readonly root: string;
  /** From `root`. */
  readonly outDir: string;
  /** Where there is more than `index.html` in its folder. */
  readonly input?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Vite's settings for a page that tests and tools open: built like the app, from the same façades. */
export function pageConfig({ root, outDir, input, headers = {} }: Page): UserConfig {
  return {
    root,
    base: './',
    publicDir: false,
    worker: { format: 'es' },
    build: {
      ...appBuild,
      outDir,
      emptyOutDir: true,
      ...(input && { rolldownOptions: { input: [...input] } }),
    },
    preview: { headers: { ...headers } },
  };
}
