import { useEffect, useState } from 'react';
import type { Strength } from '../../core/key/passphraseStrength.ts';

/** How long a key would hold, as far as the latest estimate goes; null before the first. */
export function useStrength(passphrase: string): Strength | null {
  const [strength, setStrength] = useState<Strength | null>(null);
  useEffect(() => {
    let wanted = true;
    // Fetched when something is typed: an empty field needs no estimate.
    void strengthOf(passphrase).then(estimate => {
      if (wanted) setStrength(estimate);
    });
    return () => {
      wanted = false;
    };
  }, [passphrase]);
  return strength;
}

async function strengthOf(passphrase: string): Promise<Strength | null> {
  if (passphrase === '') return null;
  const { estimateStrength } = await import('../../core/key/passphraseStrength.ts');
  return estimateStrength(passphrase);
}
