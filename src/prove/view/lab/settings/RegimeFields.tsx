import { NumberFields } from '../../../../features/settings/NumberFields.tsx';
import { NumberSetting } from '../../../../features/settings/NumberSetting.tsx';
import { text } from '../../../../locales/text.ts';
import { Jargon } from '../../../../ui/Jargon.tsx';
import { Segmented } from '../../../../ui/Segmented.tsx';
import { Select } from '../../../../ui/Select.tsx';
import { Switch } from '../../../../ui/Switch.tsx';
import type { Regime, RegimeKind } from '../../../core/experiment.ts';
import { regimeDefaults, regimeKinds } from '../../../core/regimes.ts';
import { regimeNumbers } from './regimeNumbers.ts';

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
      {regime.kind === 'adversarial' && <Radius regime={regime} onChange={onChange} />}
      <NumberFields<Regime> of={regime} fields={regimeNumbers(regime.kind)} onChange={onChange} />
      {regime.kind === 'fine-tuning' && <Frozen regime={regime} onChange={onChange} />}
    </>
  );
}

interface Of<K extends RegimeKind> {
  readonly regime: Extract<Regime, { kind: K }>;
  readonly onChange: (regime: Regime) => void;
}

/** A radius in one measure means nothing in the other: these are usual for each (L2: 0.5). */
const usualRadius = { linf: regimeDefaults.adversarial.radius, l2: 0.5 } as const;

function Radius({ regime, onChange }: Of<'adversarial'>) {
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
    </>
  );
}

function Frozen({ regime, onChange }: Of<'fine-tuning'>) {
  return (
    <Switch checked={regime.frozen} onChange={frozen => onChange({ ...regime, frozen })}>
      {text('lab.regime.frozen')}
    </Switch>
  );
}
