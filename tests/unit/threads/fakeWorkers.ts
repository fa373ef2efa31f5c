import { vi } from 'vitest';
import type { Loss } from '../../../src/core/faults/failure.ts';

/** How workers behave from now on: they are lost in one of the three ways, or give an answer by the method's name. */
export type Behaviour = Loss | Readonly<Record<string, unknown>>;

/**
 * Puts workers in the place of the browser's that run no script: what their opener sees of them is what it would see of
 * real ones. `opened` counts them.
 */
export function fakeWorkers(): { behave(how: Behaviour): void; opened(): number; alive(): number } {
  let behaviour: Behaviour = {};
  const all: FakeWorker[] = [];
  const locks = new Map<string, () => void>();

  class FakeWorker extends EventTarget {
    ended = false;
    readonly #name: string;

    constructor(_: string, { name }: { readonly name: string }) {
      super();
      this.#name = name;
      all.push(this);
      if (behaviour === 'not-loaded') {
        queueMicrotask(() => this.dispatchEvent(new Event('error', { cancelable: true })));
      } else {
        queueMicrotask(() => {
          this.#say({ keyveilSignal: { kind: 'ready' } });
          this.#say({ keyveilSignal: { kind: 'alive' } });
        });
      }
    }

    postMessage(message: {
      readonly id?: string;
      readonly path?: readonly string[];
      readonly type?: string;
    }) {
      if (message.type !== 'APPLY') return;
      queueMicrotask(() => {
        if (this.ended || behaviour === 'not-loaded') return;
        // One that crashes says nothing; the browser gives its lock away.
        if (behaviour === 'crashed') locks.get(this.#name)?.();
        else if (behaviour === 'unreadable') this.dispatchEvent(new Event('messageerror'));
        else this.#answer(message.id, message.path?.at(-1) ?? '', behaviour);
      });
    }

    terminate() {
      this.ended = true;
    }

    #answer(id: string | undefined, method: string, answers: Readonly<Record<string, unknown>>) {
      const value = answers[method];
      this.#say(
        value instanceof Error
          ? { id, type: 'HANDLER', name: 'throw', value: { isError: true, value: thrown(value) } }
          : { id, type: 'RAW', value },
      );
    }

    #say(data: unknown) {
      this.dispatchEvent(new MessageEvent('message', { data }));
    }
  }

  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('navigator', {
    hardwareConcurrency: 1,
    locks: {
      request: async (name: string, _: unknown, granted: () => void) => void locks.set(name, granted),
    },
  });
  return {
    behave: how => {
      behaviour = how;
    },
    opened: () => all.length,
    alive: () => all.filter(({ ended }) => !ended).length,
  };
}

/** What comlink lets of an error cross. */
function thrown({ name, message, stack }: Error) {
  return { name, message, stack };
}
