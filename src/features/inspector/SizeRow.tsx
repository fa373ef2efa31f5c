import { carriesCast, type MethodSettings } from '../../core/settings.ts';
import { number, text } from '../../locales/text.ts';
import type { Photo } from '../../state/model/photos.ts';
import { useKeyveil } from '../../state/react.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { holdsAt, holdsFrom, type SeenSize, trainerSizes } from './look.ts';
import { sizeWords } from './sizeWords.ts';

interface Props {
  readonly photo: Photo;
  readonly size: SeenSize;
  readonly onSize: (size: SeenSize) => void;
}

const sizes: readonly SeenSize[] = ['full', ...trainerSizes];

/** Columns of the row: `Full size` is wider. The style sheet says the same. */
const firstColumn = 1.7;
const columns = firstColumn + trainerSizes.length;

/** The photo as a trainer sees it, at one of the usual sizes; lines under them say down to where cast and veil reach. */
export function SizeRow({ photo, size, onSize }: Props) {
  const settings = useKeyveil(s => s.settings);
  const short = Math.min(photo.width, photo.height);
  const from = holdsFrom(settings, short);
  const holds = holdsAt(size, settings, short);
  return (
    <div className="size-row">
      <Segmented<`${SeenSize}`>
        label={text('inspector.sizes')}
        value={`${size}`}
        onChange={value => onSize(sizes.find(each => `${each}` === value) ?? 'full')}
        choices={sizes.map(each => ({
          value: `${each}` as const,
          label: each === 'full' ? text('inspector.sizes.full') : number(each),
          spoken: spokenSize(each, holdsAt(each, settings, short) === 'yes'),
        }))}
      />
      {carriesCast(settings) && <Mark from={0} words={text('inspector.sizes.cast')} />}
      {(settings.method !== 'cast' || settings.veilSize !== null) && (
        <Mark from={from} words={text(reachOf(settings), { size: number(from) })} />
      )}
      <p className="inspector-hint size-words" data-holds={holds}>
        {size !== 'full' && <Icon name={holds === 'yes' ? 'check' : 'alert'} size={15} />}
        <span>{sizeWords(size, settings, short)}</span>
      </p>
    </div>
  );
}

interface MarkProps {
  /** The least short side, in pixels, at which it is all there. */
  readonly from: number;
  readonly words: string;
}

/** A line under the sizes, as far down as something reaches. */
function Mark({ from, words }: MarkProps) {
  const reached = trainerSizes.filter(size => size >= from).length;
  const share = (firstColumn + reached) / columns;
  return (
    <div className="size-mark" aria-hidden="true">
      <i style={{ flexGrow: share }} />
      <i className="size-below" style={{ flexGrow: 1 - share }} />
      <span
        className="size-mark-words"
        style={{ insetInlineStart: `clamp(0px, ${share * 100}% - 52px, 100% - 104px)` }}
      >
        {words}
      </span>
    </div>
  );
}

function reachOf(settings: MethodSettings) {
  return settings.method === 'cuda' ? 'inspector.sizes.cuda' : 'inspector.sizes.veil';
}

function spokenSize(size: SeenSize, holds: boolean): string {
  if (size === 'full') return text('inspector.sizes.full');
  return text(holds ? 'inspector.sizes.spoken.holds' : 'inspector.sizes.spoken.below', {
    size: number(size),
  });
}
