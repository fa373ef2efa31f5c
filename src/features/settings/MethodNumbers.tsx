import { greatestCastLevel } from '../../core/cast/cast.ts';
import {
  type CastSettings,
  type CudaSettings,
  castPresets,
  cudaPresets,
  type MethodSettings,
  presetOf,
  type VeilSettings,
  veilPresets,
  withStrength,
} from '../../core/settings.ts';
import { text } from '../../locales/text.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { NumberFields, type NumberFieldsOf } from './NumberFields.tsx';

/** The numbers of the chosen method. */
export function MethodNumbers() {
  const settings = useKeyveil(s => s.settings);
  const actions = useActions();
  return (
    <>
      <NumbersOf settings={settings} />
      <Button
        disabled={presetOf(settings) !== null}
        onClick={() => actions.setSettings(usual[settings.method])}
      >
        {text(settings.method === 'cuda' ? 'settings.backToImagenet' : 'settings.backToStandard')}
      </Button>
    </>
  );
}

const usual = { cast: castPresets.standard, veil: veilPresets.standard, cuda: cudaPresets.imagenet };

function NumbersOf({ settings }: { readonly settings: MethodSettings }) {
  const actions = useActions();
  switch (settings.method) {
    case 'cast':
      return (
        <NumberFields
          of={settings}
          fields={castFields}
          // Without strength there is no veil, and so no size of it.
          onChange={next => actions.setSettings(withStrength(next, next.strength))}
        />
      );
    case 'veil':
      return <NumberFields of={settings} fields={veilFields} onChange={actions.setSettings} />;
    case 'cuda':
      return <CudaNumbers settings={settings} />;
  }
}

const veilSize = {
  key: 'veilSize',
  label: 'settings.veilSize',
  note: 'settings.veilSize.note',
  min: 32,
  max: 1024,
  step: 1,
} as const;

const castFields = [
  {
    key: 'castLevel',
    label: 'settings.castLevel',
    note: 'settings.castLevel.note',
    min: 0,
    max: greatestCastLevel,
    step: 0.5,
  },
  {
    key: 'strength',
    label: 'settings.strength',
    note: 'settings.strength.castNote',
    min: 0,
    max: 1,
    step: 0.01,
  },
  veilSize,
] as const satisfies NumberFieldsOf<CastSettings & { veilSize: number }>;

const veilFields = [
  veilSize,
  {
    key: 'strength',
    label: 'settings.strength',
    note: 'settings.strength.note',
    min: 0.05,
    max: 1,
    step: 0.01,
  },
] as const satisfies NumberFieldsOf<VeilSettings>;

const cudaFields = [
  { key: 'strength', label: 'settings.pb', note: 'settings.pb.note', min: 0.01, max: 1, step: 0.01 },
] as const satisfies NumberFieldsOf<CudaSettings>;

/** Odd, as in the paper. */
const kernelSizes = ['3', '5', '7', '9', '11', '13', '15'] as const;

function CudaNumbers({ settings }: { readonly settings: CudaSettings }) {
  const actions = useActions();
  return (
    <>
      <Select
        label={text('settings.kernelSize')}
        value={String(settings.kernelSize)}
        choices={kernelSizes.map(size => ({
          value: size,
          label: text('settings.kernelSize.option', { size }),
        }))}
        onChange={size => actions.setSettings({ ...settings, kernelSize: Number(size) })}
      />
      <p className="field-help">{text('settings.kernelSize.note')}</p>
      <NumberFields of={settings} fields={cudaFields} onChange={actions.setSettings} />
    </>
  );
}
