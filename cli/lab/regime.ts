import type { Regime } from '../../src/prove/core/experiment.ts';
import { regimeDefaults, regimeKinds } from '../../src/prove/core/regimes.ts';
import { refuse } from '../terminal/refusal.ts';

/**
 * A regime by its name, with its paper's numbers, or as JSON with some numbers of one's own.
 *
 * @throws Refusal for a kind or a number that there is not
 */
export function regimeOf(given: string): Regime {
  const wanted = given.trim().startsWith('{') ? parsed(given) : { kind: given };
  const kind = regimeKinds.find(one => one === wanted.kind);
  if (kind === undefined) refuse(`--regime is ${given}; it takes one of ${regimeKinds.join(', ')}.`);
  const usual: Regime = regimeDefaults[kind];
  for (const [name, value] of Object.entries(wanted)) {
    const known = Object.entries(usual).find(([each]) => each === name);
    if (known === undefined || typeof known[1] !== typeof value)
      refuse(`--regime ${kind} takes ${JSON.stringify(usual)}, and others of its numbers; not ${name}.`);
  }
  // Each field is one of this kind's, of the same type.
  return { ...usual, ...wanted } as Regime;
}

function parsed(given: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(given);
  } catch {
    return refuse(`--regime is no JSON: ${given}`);
  }
}
