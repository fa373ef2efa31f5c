import { number, remarks, text } from '../../locales/text.ts';
import { Jargon } from '../../ui/Jargon.tsx';
import { useStrength } from './useStrength.ts';

/** A key of this many bits fills the bar; more is no safer in practice. */
const fullBits = 88;

/** How hard the key is to guess, in bits and a word; the bar repeats it. */
export function StrengthMeter({ passphrase }: { readonly passphrase: string }) {
  const strength = useStrength(passphrase);
  const verdict = strength?.verdict ?? 'empty';
  const bits = Math.min(strength?.bits ?? 0, fullBits);
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
  return (
    <div className="key-strength">
      {/* biome-ignore lint/a11y/useSemanticElements: <meter> cannot be styled alike in all browsers */}
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
      <p>
        <Jargon words={sentence} />
      </p>
    </div>
  );
}
