import { NumberSetting } from '../../../../features/settings/NumberSetting.tsx';
import { text } from '../../../../locales/text.ts';
import { Jargon } from '../../../../ui/Jargon.tsx';
import { Segmented } from '../../../../ui/Segmented.tsx';
import { Select } from '../../../../ui/Select.tsx';
import { Switch } from '../../../../ui/Switch.tsx';
import type { Regime, RegimeKind } from '../../../core/experiment.ts';
import { regimeDefaults, regimeKinds } from '../../../core/regimes.ts';

const norms = ['linf', 'l2'] as const;

interface Props {
  readonly regime: Regime;
  readonly onChange: (regime: Regime) => void;
}

/** How models are trained; each way begins with the numbers of its paper. */
export function RegimeFields({ regime, onChange }: Props) {
  return (
    <>
      <div className="lab-field">
        <Select<RegimeKind>
          label={text('lab.regime')}
          value={regime.kind}
          choices={regimeKinds.map(value => ({ value, label: text(`lab.regime.${value}`) }))}
          onChange={kind => onChange(regimeDefaults[kind])}
        />
        <p className="field-help">
          <Jargon words={text(`lab.regime.help.${regime.kind}`)} />
        </p>
      </div>
      <Numbers regime={regime} onChange={onChange} />
    </>
  );
}

function Numbers({ regime, onChange }: Props) {
  switch (regime.kind) {
    case 'mixup':
    case 'cutmix':
      return (
        <NumberSetting
          label={text('lab.regime.alpha')}
          note={text('lab.regime.alpha.help')}
          value={regime.alpha}
          min={0.1}
          max={5}
          step={0.1}
          onChange={alpha => onChange({ ...regime, alpha })}
        />
      );
    case 'cutout':
      return (
        <NumberSetting
          label={text('lab.regime.cutoutShare')}
          value={Math.round(100 * regime.share)}
          min={5}
          max={100}
          step={1}
          onChange={share => onChange({ ...regime, share: share / 100 })}
        />
      );
    case 'blur':
      return (
        <NumberSetting
          label={text('lab.regime.sigma')}
          note={text('lab.regime.sigma.help')}
          value={regime.sigma}
          min={0.2}
          max={5}
          step={0.1}
          onChange={sigma => onChange({ ...regime, sigma })}
        />
      );
    case 'jpeg':
      return (
        <NumberSetting
          label={text('lab.regime.quality')}
          value={regime.quality}
          min={1}
          max={100}
          step={1}
          onChange={quality => onChange({ ...regime, quality })}
        />
      );
    case 'coin':
      return (
        <NumberSetting
          label={text('lab.regime.reach')}
          note={text('lab.regime.reach.help')}
          value={regime.reach}
          min={0.5}
          max={8}
          step={0.5}
          onChange={reach => onChange({ ...regime, reach })}
        />
      );
    case 'high-pass':
      return (
        <NumberSetting
          label={text('lab.regime.frequencies')}
          note={text('lab.regime.frequencies.help')}
          value={regime.frequencies}
          min={1}
          max={16}
          step={1}
          onChange={frequencies => onChange({ ...regime, frequencies })}
        />
      );
    case 'ueraser':
      return (
        <NumberSetting
          label={text('lab.regime.repeats')}
          note={text('lab.regime.repeats.help')}
          value={regime.repeats}
          min={1}
          max={10}
          step={1}
          onChange={repeats => onChange({ ...regime, repeats })}
        />
      );
    case 'orthogonal-projection':
      return <Projection regime={regime} onChange={onChange} />;
    case 'resized-crop':
      return <ResizedCrop regime={regime} onChange={onChange} />;
    case 'adversarial':
      return <Adversarial regime={regime} onChange={onChange} />;
    case 'fine-tuning':
      return <FineTuning regime={regime} onChange={onChange} />;
    default:
      return null;
  }
}

interface Of<K extends RegimeKind> {
  readonly regime: Extract<Regime, { kind: K }>;
  readonly onChange: (regime: Regime) => void;
}

/** A radius in one measure means nothing in the other: these are usual for each (L2: 0.5). */
const usualRadius = { linf: regimeDefaults.adversarial.radius, l2: 0.5 } as const;

function Adversarial({ regime, onChange }: Of<'adversarial'>) {
  return (
    <>
      <Segmented
        label={text('lab.regime.norm')}
        value={regime.norm}
        choices={norms.map(value => ({ value, label: text(`lab.regime.norm.${value}`) }))}
        onChange={norm => onChange({ ...regime, norm, radius: usualRadius[norm] })}
      />
      <NumberSetting
        label={text('lab.regime.radius')}
        note={text('lab.regime.radius.help')}
        value={Number(regime.radius.toFixed(4))}
        min={0.001}
        max={regime.norm === 'linf' ? 0.2 : 5}
        step={0.001}
        onChange={radius => onChange({ ...regime, radius })}
      />
      <NumberSetting
        label={text('lab.regime.steps')}
        note={text('lab.regime.steps.help')}
        value={regime.steps}
        min={1}
        max={20}
        step={1}
        onChange={steps => onChange({ ...regime, steps })}
      />
    </>
  );
}

function FineTuning({ regime, onChange }: Of<'fine-tuning'>) {
  return (
    <>
      <NumberSetting
        label={text('lab.regime.fineTuningShare')}
        value={Math.round(100 * regime.share)}
        min={5}
        max={80}
        step={1}
        onChange={share => onChange({ ...regime, share: share / 100 })}
      />
      <NumberSetting
        label={text('lab.regime.fineTuningEpochs')}
        value={regime.epochs}
        min={1}
        max={100}
        step={1}
        onChange={epochs => onChange({ ...regime, epochs })}
      />
      <Switch checked={regime.frozen} onChange={frozen => onChange({ ...regime, frozen })}>
        {text('lab.regime.frozen')}
      </Switch>
    </>
  );
}

function Projection({ regime, onChange }: Of<'orthogonal-projection'>) {
  return (
    <>
      <NumberSetting
        label={text('lab.regime.opEpochs')}
        value={regime.epochs}
        min={1}
        max={100}
        step={1}
        onChange={epochs => onChange({ ...regime, epochs })}
      />
      <NumberSetting
        label={text('lab.regime.opRate')}
        value={regime.learningRate}
        min={0.001}
        max={1}
        step={0.001}
        onChange={learningRate => onChange({ ...regime, learningRate })}
      />
    </>
  );
}

function ResizedCrop({ regime, onChange }: Of<'resized-crop'>) {
  return (
    <>
      <NumberSetting
        label={text('lab.regime.scale')}
        value={Math.round(100 * regime.scale)}
        min={1}
        max={100}
        step={1}
        onChange={scale => onChange({ ...regime, scale: scale / 100 })}
      />
      <NumberSetting
        label={text('lab.regime.jitter')}
        value={Math.round(100 * regime.jitter)}
        min={0}
        max={100}
        step={5}
        onChange={jitter => onChange({ ...regime, jitter: jitter / 100 })}
      />
    </>
  );
}
