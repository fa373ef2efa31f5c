import type { MethodSettings, Preset } from '../../core/settings.ts';
import { presetOf } from '../../core/settings.ts';
import { number, text } from '../../locales/text.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Jargon } from '../../ui/Jargon.tsx';
import { Segmented } from '../../ui/Segmented.tsx';

const presetsOf: Readonly<Record<MethodSettings['method'], readonly Preset[]>> = {
  cast: ['light', 'standard', 'strong'],
  veil: ['light', 'standard', 'strong'],
  cuda: ['cifar', 'imagenet'],
};

/** The presets of the chosen method; none is marked once somebody has chosen other numbers. */
export function ProtectionChoice() {
  const settings = useKeyveil(s => s.settings);
  const fixed = useKeyveil(s => s.reopened !== null);
  const actions = useActions();
  return (
    <Segmented<Preset>
      label={text('settings.protection')}
      value={presetOf(settings)}
      disabled={fixed}
      onChange={actions.setPreset}
      choices={presetsOf[settings.method].map(value => ({ value, label: text(`settings.preset.${value}`) }))}
    />
  );
}

/** One plain sentence on how the chosen protection looks and what it held against. */
export function ProtectionAbout() {
  const settings = useKeyveil(s => s.settings);
  return (
    <p className="settings-about">
      <Jargon words={aboutText(settings)} />
    </p>
  );
}

function aboutText(settings: MethodSettings): string {
  const preset = presetOf(settings);
  if (preset !== null) return presetAbout(settings.method, preset);
  const strength = number(settings.strength, 2);
  switch (settings.method) {
    case 'cast':
      return settings.veilSize === null
        ? text('settings.about.ownCast', { level: number(settings.castLevel, 1) })
        : text('settings.about.ownCastVeil', {
            level: number(settings.castLevel, 1),
            veilSize: settings.veilSize,
            strength,
          });
    case 'veil':
      return text('settings.about.ownVeil', { veilSize: settings.veilSize, strength });
    case 'cuda':
      return text('settings.about.ownCuda', { size: settings.kernelSize, strength });
  }
}

function presetAbout(method: MethodSettings['method'], preset: Preset): string {
  if (preset === 'cifar' || preset === 'imagenet') return text(`settings.about.${preset}`);
  return text(method === 'cast' ? `settings.about.cast.${preset}` : `settings.about.${preset}`);
}
