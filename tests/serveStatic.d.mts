export interface StaticServer {
  /** With the slash at its end. */
  readonly address: string;
  close(): Promise<void>;
}

export function serveStatic(
  folder: string,
  options?: {
    readonly base?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly level?: number;
  },
): Promise<StaticServer>;
