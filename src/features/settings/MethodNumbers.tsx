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
import { NumberSetting } from './NumberSetting.tsx';

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
  switch (settings.method) {
    case 'cast':
      return <CastNumbers settings={settings} />;
    case 'veil':
      return <VeilNumbers settings={settings} />;
    case 'cuda':
      return <CudaNumbers settings={settings} />;
  }
}

function CastNumbers({ settings }: { readonly settings: CastSettings }) {
  const actions = useActions();
  const { veilSize } = settings;
  return (
    <>
      <NumberSetting
        label={text('settings.castLevel')}
        note={text('settings.castLevel.note')}
        value={settings.castLevel}
        min={0}
        max={greatestCastLevel}
        step={0.5}
        onChange={castLevel => actions.setSettings({ ...settings, castLevel })}
      />
      <NumberSetting
        label={text('settings.strength')}
        note={text('settings.strength.castNote')}
        value={settings.strength}
        min={0}
        max={1}
        step={0.01}
        onChange={strength => actions.setSettings(withStrength(settings, strength))}
      />
      {veilSize !== null && (
        <NumberSetting
          label={text('settings.veilSize')}
          note={text('settings.veilSize.note')}
          value={veilSize}
          min={32}
          max={1024}
          step={1}
          onChange={size => actions.setSettings({ ...settings, veilSize: size })}
        />
      )}
    </>
  );
}

function VeilNumbers({ settings }: { readonly settings: VeilSettings }) {
  const actions = useActions();
  return (
    <>
      <NumberSetting
        label={text('settings.veilSize')}
        note={text('settings.veilSize.note')}
        value={settings.veilSize}
        min={32}
        max={1024}
        step={1}
        onChange={veilSize => actions.setSettings({ ...settings, veilSize })}
      />
      <NumberSetting
        label={text('settings.strength')}
        note={text('settings.strength.note')}
        value={settings.strength}
        min={0.05}
        max={1}
        step={0.01}
        onChange={strength => actions.setSettings({ ...settings, strength })}
      />
    </>
  );
}

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
      <NumberSetting
        label={text('settings.pb')}
        note={text('settings.pb.note')}
        value={settings.strength}
        min={0.01}
        max={1}
        step={0.01}
        onChange={strength => actions.setSettings({ ...settings, strength })}
      />
    </>
  );
}
