import { useStore } from 'zustand';
import { type Broken, isBroken } from '../../../core/faults/failure.ts';
import { number, text } from '../../../locales/text.ts';
import { featuresOf } from '../../../models/featureLayer.ts';
import { ModelInputFields } from '../../../models/view/ModelInputFields.tsx';
import { BrokenNote } from '../../../ui/BrokenNote.tsx';
import { FileChoice } from '../../../ui/FileChoice.tsx';
import { Note } from '../../../ui/Note.tsx';
import { Select } from '../../../ui/Select.tsx';
import type {
  BackboneSession,
  BackboneState,
  BackboneTrouble,
} from '../../state/backbone/backboneSession.ts';

/** The network's files, and how it wants its pictures: all of it guessed, shown, and to be changed. */
export function NetworkPart({ session }: { readonly session: BackboneSession }) {
  const state = useStore(session.store);
  const { network, run, trouble } = state;
  const what = network
    ? text(`models.opened.${network.kind}`, { name: network.name })
    : text(run.kind === 'opening' ? 'backbone.opening' : 'backbone.none');
  return (
    <section className="wing-source">
      <p className="wing-set" role="status">
        <strong>{what}</strong>
      </p>
      <p className="wing-other">
        <FileChoice
          tone="link"
          icon="file"
          words={text('backbone.choose')}
          input={text('backbone.input')}
          accept=".onnx,.json,.bin,.data"
          disabled={run.kind !== 'idle'}
          onFiles={files => void session.open(files)}
        />{' '}
        {text('backbone.drop')}
      </p>
      {trouble && <Trouble trouble={trouble} />}
      {network && <Wants session={session} state={state} network={network} />}
    </section>
  );
}

interface WantsProps {
  readonly session: BackboneSession;
  readonly state: BackboneState;
  readonly network: NonNullable<BackboneState['network']>;
}

function Wants({ session, state, network }: WantsProps) {
  const busy = state.run.kind !== 'idle';
  const choices = network.layers.map(({ name, shape }) => ({
    value: name,
    label: text(name === network.pooled ? 'backbone.layer.chosen' : 'backbone.layer.value', {
      name,
      n: number(featuresOf(shape, network.layout)),
    }),
  }));
  return (
    <details className="backbone-wants">
      <summary>{text('backbone.wants')}</summary>
      <div className="backbone-fields">
        <ModelInputFields input={state} busy={busy} onChange={session.change} />
        <Select
          label={text('backbone.layer')}
          value={state.layer}
          choices={choices}
          disabled={busy}
          onChange={layer => session.change({ layer })}
        />
      </div>
      <p className="field-help">{text('models.numbers.help')}</p>
    </details>
  );
}

function Trouble({ trouble }: { readonly trouble: BackboneTrouble }) {
  if (isBroken(trouble)) {
    return <BrokenNote tone="warn" broken={trouble} crashed={text('backbone.trouble.lost')} />;
  }
  return (
    <Note tone="warn" spoken>
      {troubleText(trouble)}
    </Note>
  );
}

function troubleText(trouble: Exclude<BackboneTrouble, Broken>): string {
  const detail = 'detail' in trouble ? trouble.detail : '';
  switch (trouble.kind) {
    case 'no-layer':
      return text('backbone.layer.none');
    case 'too-few':
    case 'no-key':
      return text(`backbone.trouble.${trouble.kind}`, { detail });
    default:
      return text(`models.trouble.${trouble.kind}`, { detail });
  }
}
