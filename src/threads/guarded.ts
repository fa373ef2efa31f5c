/** An interface as it looks from another thread: every answer is a promise. */
export type Promised<Api> = {
  readonly [K in keyof Api]: Api[K] extends (...given: infer Given) => infer Answer
    ? (...given: Given) => Promise<Awaited<Answer>>
    : never;
};

type Call = (...given: readonly unknown[]) => Promise<unknown>;

/**
 * Calls that are all answered: those under way reject when `end` is called, and so do all that come after it. What
 * comlink wraps leaves them waiting for ever.
 */
export function guarded<Api>(api: Promised<Api>): {
  readonly api: Promised<Api>;
  end(reason: unknown): void;
} {
  const waiting = new Set<(reason: unknown) => void>();
  let ended: { readonly reason: unknown } | null = null;

  const ask = (method: string | symbol, given: readonly unknown[]): Promise<unknown> => {
    if (ended !== null) return Promise.reject(ended.reason);
    return new Promise((resolve, reject) => {
      waiting.add(reject);
      // In a promise of its own, because what cannot be sent is thrown at once.
      const answer = Promise.resolve().then(() => (Reflect.get(api, method) as Call)(...given));
      answer.then(resolve, reject).finally(() => waiting.delete(reject));
    });
  };
  return {
    // A target without a `then`, so that nobody takes it for a promise.
    api: new Proxy({} as Promised<Api>, {
      get: (_, method) =>
        method === 'then' ? undefined : (...given: readonly unknown[]) => ask(method, given),
    }),
    end(reason) {
      if (ended !== null) return;
      ended = { reason };
      for (const reject of waiting) reject(reason);
      waiting.clear();
    },
  };
}
