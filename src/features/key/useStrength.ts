import { useEffect, useState } from 'react';
import { estimateStrength, type Strength } from '../../core/key/passphraseStrength.ts';

/** How long a key would hold, as far as the latest estimate goes; null before the first. */
export function useStrength(passphrase: string): Strength | null {
  const [strength, setStrength] = useState<Strength | null>(null);
  useEffect(() => {
    let wanted = true;
    void estimateStrength(passphrase).then(estimate => {
      if (wanted) setStrength(estimate);
    });
    return () => {
      wanted = false;
    };
  }, [passphrase]);
  return strength;
}
