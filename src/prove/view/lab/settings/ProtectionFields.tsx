import { useStore } from 'zustand';
import { NumberFields, type NumberFieldsOf } from '../../../../features/settings/NumberFields.tsx';
import { text } from '../../../../locales/text.ts';
import { Switch } from '../../../../ui/Switch.tsx';
import type { Experiment } from '../../../core/experiment.ts';
import type { LabSession } from '../../../state/labSession.ts';

interface Props {
  readonly session: LabSession;
  readonly labels: readonly string[];
}

const numbers = [
  { key: 'share', label: 'lab.share', note: 'lab.share.help', min: 0, max: 100, step: 1, percent: true },
] as const satisfies NumberFieldsOf<Experiment>;

/** Which photos are protected, and what they are compared with. */
export function ProtectionFields({ session, labels }: Props) {
  const { experiment, common } = useStore(session.store, s => s.setup);
  const { onlyLabels } = experiment;
  const choose = (chosen: readonly string[] | null) =>
    session.change({ experiment: { ...experiment, onlyLabels: chosen } });
  return (
    <fieldset className="lab-group">
      <legend>{text('lab.group.protection')}</legend>
      <NumberFields
        of={experiment}
        fields={numbers}
        onChange={next => session.change({ experiment: next })}
      />
      <div className="lab-field">
        <Switch
          checked={onlyLabels !== null}
          disabled={labels.length === 0}
          onChange={on => choose(on ? labels.slice(0, 1) : null)}
        >
          {text('lab.only')}
        </Switch>
        <p className="field-help">{text('lab.only.help')}</p>
        {onlyLabels !== null && (
          <fieldset className="lab-labels">
            <legend className="visually-hidden">{text('lab.only.labels')}</legend>
            {labels.map(label => (
              <Switch
                key={label}
                checked={onlyLabels.includes(label)}
                onChange={on => choose(labels.filter(one => (one === label ? on : onlyLabels.includes(one))))}
              >
                {label}
              </Switch>
            ))}
          </fieldset>
        )}
      </div>
      <div className="lab-field">
        <Switch checked={common} onChange={on => session.change({ common: on })}>
          {text('lab.common')}
        </Switch>
        <p className="field-help">{text('lab.common.help')}</p>
      </div>
    </fieldset>
  );
}
