import { text } from '../../locales/text.ts';
import { useKeyveil } from '../../state/react.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { useOpenParts, usePage } from '../commands/context.tsx';
import { assignByName } from '../commands/labelling.ts';
import { NameField } from '../labels/NameField.tsx';

/** "Label as…": a field over the photos for a name, old or new, for the selected ones. */
export function LabelAs() {
  const { labelAs } = useOpenParts();
  const page = usePage();
  const any = useKeyveil(s => s.selection.ids.size > 0);
  if (labelAs === null || !any) return null;
  const close = () => {
    page.closeLabelAs();
    page.focusGrid();
  };
  return (
    <section className="label-as" aria-label={text('grid.labelField')}>
      <NameField
        label={text('grid.labelField')}
        placeholder={text('grid.labelPlaceholder')}
        submit={text('grid.labelSubmit')}
        typed={labelAs}
        autoFocus
        onEscape={close}
        onSubmit={name => {
          const outcome = assignByName(page, [...page.state().selection.ids], name);
          if (outcome.kind !== 'refused') close();
          return outcome;
        }}
      />
      <IconButton icon="close" label={text('app.cancel')} onClick={close} />
    </section>
  );
}
