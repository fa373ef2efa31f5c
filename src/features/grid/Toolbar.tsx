import { number, text } from '../../locales/text.ts';
import { counts } from '../../state/queries/counts.ts';
import { useKeyveil } from '../../state/react.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { takesFolders } from '../../ui/folders.ts';
import { breakpoints, useMedia } from '../../ui/useMedia.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { commands } from '../commands/commands.ts';
import { usePage } from '../commands/context.tsx';

interface Props {
  readonly selecting: boolean;
  readonly onSelecting: (on: boolean) => void;
}

/** Adding photos, how many there are, and what can be done with the selected ones. One line, always as high. */
export function Toolbar({ selecting, onSelecting }: Props) {
  const selected = useKeyveil(s => s.selection.ids.size);
  const phone = useMedia(breakpoints.phone);
  const touch = useMedia(breakpoints.touch);
  const page = usePage();
  const busy = phone && (selected > 0 || selecting);
  return (
    <div className="toolbar">
      {!busy && (
        <>
          <Button onClick={page.addPhotos}>{text('intake.addPhotos')}</Button>
          {takesFolders && <Button onClick={page.addFolder}>{text('intake.addFolder')}</Button>}
        </>
      )}
      {(phone || touch) && !busy && !selecting && (
        <Button className="toolbar-select" onClick={() => onSelecting(true)}>
          {text('grid.select')}
        </Button>
      )}
      {!phone && <Counts />}
      {(selected > 0 || selecting) && <ForSelected count={selected} onClear={() => onSelecting(false)} />}
    </div>
  );
}

function Counts() {
  const { photos, labels } = useKeyveil(counts);
  return (
    <span className="toolbar-counts">
      {text('grid.counts', {
        photos: text('grid.photos', { count: photos, n: number(photos) }),
        labels: text('grid.labels', { count: labels, n: number(labels) }),
      })}
    </span>
  );
}

function ForSelected({ count, onClear }: { readonly count: number; readonly onClear: () => void }) {
  const page = usePage();
  const wide = useMedia(breakpoints.wide);
  const phone = useMedia(breakpoints.phone);
  const none = count === 0;
  const clear = () => {
    onClear();
    if (!none) commands.clearSelection.perform(page);
  };
  return (
    <fieldset className="toolbar-selected">
      <legend className="visually-hidden">{text('grid.forSelected')}</legend>
      {phone ? (
        // Three buttons need the room.
        <b>
          <span aria-hidden="true">{number(count)}</span>
          <VisuallyHidden>{text('grid.selected', { count, n: number(count) })}</VisuallyHidden>
        </b>
      ) : (
        <b>{text('grid.selected', { count, n: number(count) })}</b>
      )}
      <Button
        {...(phone ? {} : { icon: 'label' })}
        disabled={none}
        onClick={() => commands.labelAs.perform(page)}
      >
        {text(commands.labelAs.name)}
      </Button>
      {!wide && (
        <IconButton
          icon="eye"
          tone="plain"
          disabled={none}
          label={text(commands.lookCloser.name)}
          onClick={() => commands.lookCloser.perform(page)}
        />
      )}
      <IconButton
        icon="remove"
        tone="plain"
        disabled={none}
        label={text(commands.remove.name)}
        onClick={() => commands.remove.perform(page)}
      />
      <IconButton icon="close" label={text('grid.clear')} onClick={clear} />
    </fieldset>
  );
}
