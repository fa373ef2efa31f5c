import { number, remarks, text } from '../../locales/text.ts';
import { Jargon } from '../../ui/Jargon.tsx';
import { useStrength } from './useStrength.ts';

/** A key of this many bits fills the bar; more is no safer in practice. */
const fullBits = 88;

/** How hard the key is to guess, as a bar; see {@link StrengthWords}. */
export function StrengthMeter({ passphrase }: { readonly passphrase: string }) {
  const { verdict, bits: whole, sentence } = useSaidStrength(passphrase);
  const bits = Math.min(whole, fullBits);
  return (
    // biome-ignore lint/a11y/useSemanticElements: <meter> cannot be styled alike in all browsers
    <div
      className={`key-meter key-meter-${verdict}`}
      role="meter"
      aria-label={text('key.strength')}
      aria-valuemin={0}
      aria-valuemax={fullBits}
      aria-valuenow={bits}
      aria-valuetext={sentence}
    >
      {bits > 0 && <div style={{ transform: `scaleX(${bits / fullBits})` }} />}
    </div>
  );
}

/** The same in bits and a word. */
export function StrengthWords({ passphrase }: { readonly passphrase: string }) {
  return <Jargon words={useSaidStrength(passphrase).sentence} />;
}

function useSaidStrength(passphrase: string) {
  const strength = useStrength(passphrase);
  const verdict = strength?.verdict ?? 'empty';
  const words = passphrase.split(/\s+/).filter(word => word !== '').length;
  const sentence =
    strength === null || verdict === 'empty'
      ? text('key.strength.empty')
      : remarks([
          text(`key.strength.${verdict}`),
          words > 1 && text('key.strength.words', { count: words }),
          text(strength.form === 'typed' ? 'key.strength.about' : 'key.strength.bits', {
            bits: number(strength.bits),
          }),
        ]);
  return { verdict, bits: strength?.bits ?? 0, sentence };
}
