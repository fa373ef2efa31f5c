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

/** The photo as a trainer sees it, at one of the usual sizes; a line under them says down to where protection holds. */
export function SizeRow({ photo, size, onSize }: Props) {
  const settings = useKeyveil(s => s.settings);
  const short = Math.min(photo.width, photo.height);
  const holding = sizes.filter(each => holdsAt(each, settings, short) === 'yes').length;
  const from = holdsFrom(settings, short);
  const holds = holdsAt(size, settings, short);
  const mark = (firstColumn + holding - 1) / columns;
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
      <div className="size-mark" aria-hidden="true">
        <i style={{ flexGrow: mark }} />
        <i className="size-below" style={{ flexGrow: 1 - mark }} />
        <span
          className="size-mark-words"
          style={{ insetInlineStart: `clamp(0px, ${mark * 100}% - 44px, 100% - 88px)` }}
        >
          {markWords(settings, number(from))}
        </span>
      </div>
      <p className="inspector-hint size-words" data-holds={holds}>
        {size !== 'full' && <Icon name={holds === 'yes' ? 'check' : 'alert'} size={15} />}
        <span>{sizeWords(size, settings, short)}</span>
      </p>
    </div>
  );
}

function markWords(settings: MethodSettings, size: string): string {
  if (carriesCast(settings)) return text('inspector.sizes.cast');
  return text(settings.method === 'cuda' ? 'inspector.sizes.cuda' : 'inspector.sizes.veil', { size });
}

function spokenSize(size: SeenSize, holds: boolean): string {
  if (size === 'full') return text('inspector.sizes.full');
  return text(holds ? 'inspector.sizes.spoken.holds' : 'inspector.sizes.spoken.below', {
    size: number(size),
  });
}
