import { useStore } from 'zustand';
import { type MethodSettings, veilSizeOf } from '../../../../core/settings.ts';
import { NumberSetting } from '../../../../features/settings/NumberSetting.tsx';
import { number, text } from '../../../../locales/text.ts';
import { useKeyveil } from '../../../../state/react.tsx';
import { Segmented } from '../../../../ui/Segmented.tsx';
import { labSides, type PictureSettings } from '../../../core/experiment.ts';
import type { LabSession } from '../../../state/labSession.ts';

const places = ['small', 'real'] as const;

/** Most photos of a label that can be asked for. */
const mostOfLabel = 5000;

/** What the words on when photos are protected depend on. */
function helpFor(settings: MethodSettings): '' | 'Cast' | 'Cuda' {
  if (settings.method === 'cuda') return 'Cuda';
  return settings.veilSize === null ? 'Cast' : '';
}

/** Which pictures models learn from, and how small they are. */
export function PictureFields({ session }: { readonly session: LabSession }) {
  const { pictures } = useStore(session.store, s => s.setup);
  const settings = useKeyveil(s => s.settings);
  const change = (changes: Partial<PictureSettings>) =>
    session.change({ pictures: { ...pictures, ...changes } });
  const veilSize = veilSizeOf(settings);
  return (
    <fieldset className="lab-group">
      <legend>{text('lab.group.pictures')}</legend>
      <div className="lab-field">
        <Segmented
          label={text('lab.side')}
          value={String(pictures.side)}
          choices={labSides.map(side => ({
            value: String(side),
            label: text('lab.side.option', { n: number(side) }),
          }))}
          onChange={side => change({ side: Number(side) })}
        />
        <p className="field-help">{text('lab.side.help')}</p>
      </div>
      <div className="lab-field">
        <Segmented
          label={text('lab.protectedAt')}
          value={pictures.protectedAt}
          choices={places.map(value => ({ value, label: text(`lab.protectedAt.${value}`) }))}
          onChange={protectedAt => change({ protectedAt })}
        />
        <p className="field-help">
          {text(`lab.protectedAt.help.${pictures.protectedAt}${helpFor(settings)}`, {
            size: veilSize === null ? '' : number(veilSize),
          })}
        </p>
      </div>
      <NumberSetting
        label={text('lab.holdOut')}
        note={text('lab.holdOut.help')}
        value={Math.round(100 * pictures.holdOut)}
        min={5}
        max={50}
        step={1}
        onChange={percent => change({ holdOut: percent / 100 })}
      />
      <NumberSetting
        label={text('lab.most')}
        note={text('lab.most.help')}
        value={pictures.mostOfLabel ?? mostOfLabel}
        min={3}
        max={mostOfLabel}
        step={1}
        onChange={most => change({ mostOfLabel: most })}
      />
    </fieldset>
  );
}
