import type { Context } from '../context.ts';
import type { PoolService } from '../services.ts';

/** The workers that protect photos: made when first needed, and anew when another engine is asked for. */
export interface PoolHolder {
  pool(): PoolService;
  /** Starts the workers and tells the page what they found. */
  warmUp(): Promise<void>;
  /** Lets the workers go; the next `pool()` makes new ones. */
  close(): void;
}

export function createPoolHolder({ get, set, services }: Context): PoolHolder {
  let pool: PoolService | null = null;
  const open = () => {
    pool ??= services.createPool(get().preferences.engine);
    return pool;
  };
  return {
    pool: open,
    warmUp: async () => {
      const asked = open();
      const engine = await asked.start();
      if (asked !== pool) return;
      set(engine.kind === 'started' ? { engine, engineBroken: null } : { engineBroken: engine });
    },
    close: () => {
      pool?.dispose();
      pool = null;
      set({ engine: null, engineBroken: null });
    },
  };
}
