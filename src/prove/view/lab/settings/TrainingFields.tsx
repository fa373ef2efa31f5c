import { useStore } from 'zustand';
import { NumberFields, type NumberFieldsOf } from '../../../../features/settings/NumberFields.tsx';
import { NumberSetting } from '../../../../features/settings/NumberSetting.tsx';
import { text } from '../../../../locales/text.ts';
import { Jargon } from '../../../../ui/Jargon.tsx';
import { Note } from '../../../../ui/Note.tsx';
import { Select } from '../../../../ui/Select.tsx';
import { TextField } from '../../../../ui/TextField.tsx';
import { type Experiment, type LabCounts, type ModelName, modelNames } from '../../../core/experiment.ts';
import { secondsFor, wantsGpu } from '../../../state/labEstimate.ts';
import { mostRepeats } from '../../../state/labModel.ts';
import type { LabSession } from '../../../state/labSession.ts';
import { timeText } from '../words.ts';
import { RegimeFields } from './RegimeFields.tsx';

interface Props {
  readonly session: LabSession;
  /** Null while there is nothing to train on. */
  readonly counts: LabCounts | null;
}

const numbers = [
  { key: 'epochs', label: 'lab.epochs', note: 'lab.epochs.help', min: 1, max: 200, step: 1 },
  { key: 'batch', label: 'lab.batch', note: 'lab.batch.help', min: 2, max: 256, step: 1 },
  { key: 'learningRate', label: 'lab.rate', note: 'lab.rate.help', min: 0.0001, max: 0.1, step: 0.0001 },
] as const satisfies NumberFieldsOf<Experiment>;

/** Which model learns, and how. */
export function TrainingFields({ session, counts }: Props) {
  const { experiment, repeats } = useStore(session.store, s => s.setup);
  const change = (changes: Partial<Experiment>) =>
    session.change({ experiment: { ...experiment, ...changes } });
  return (
    <fieldset className="lab-group">
      <legend>{text('lab.group.training')}</legend>
      <div className="lab-field">
        <Select<ModelName>
          label={text('lab.model')}
          value={experiment.model}
          choices={modelNames.map(value => ({ value, label: text(`lab.model.${value}`) }))}
          onChange={model => change({ model })}
        />
        <p className="field-help">
          <Jargon words={text(`lab.model.help.${experiment.model}`)} />
        </p>
        <SlowModel session={session} counts={counts} />
      </div>
      <RegimeFields regime={experiment.regime} onChange={regime => change({ regime })} />
      <NumberFields
        of={experiment}
        fields={numbers}
        onChange={next => session.change({ experiment: next })}
      />
      <NumberSetting
        label={text('lab.repeats')}
        note={text('lab.repeats.help')}
        value={repeats}
        min={1}
        max={mostRepeats}
        step={1}
        onChange={count => session.change({ repeats: count })}
      />
      <TextField
        label={text('lab.seed')}
        help={text('lab.seed.help')}
        value={experiment.seed}
        maxLength={60}
        onChange={seed => {
          change({ seed });
          session.change({ pictures: { ...session.store.getState().setup.pictures, seed } });
        }}
      />
    </fieldset>
  );
}

/** Says what a model that is meant for a GPU would cost where there is none. */
function SlowModel({ session, counts }: Props) {
  const setup = useStore(session.store, s => s.setup);
  const machine = useStore(session.store, s => s.machine);
  if (!wantsGpu(setup.experiment.model)) return null;
  if (machine.kind === 'measured' && machine.machine.gpu) return null;
  const seconds = counts && secondsFor(machine, setup, counts);
  return (
    <Note tone="warn">
      {seconds === null
        ? text('lab.model.noGpuUnknown')
        : text('lab.model.noGpu', { time: timeText(seconds) })}
    </Note>
  );
}
