import { text } from '../../locales/text.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { publishedText } from '../core/published.ts';
import type { OpenReceipt } from '../state/traceClaim.ts';

/** What to publish of a receipt before anybody can say that it was made up afterwards. */
export function CommitPart({ published }: Pick<OpenReceipt, 'published'>) {
  const say = useAnnounce();
  const line = published && publishedText(published);
  const copy = async () => {
    if (line === null) return;
    await navigator.clipboard.writeText(line).then(
      () => say(text('trace.commit.copied')),
      () => {},
    );
  };
  return (
    <details className="trace-commit">
      <summary>{text('trace.commit')}</summary>
      <p className="field-help">{text('trace.commit.what')}</p>
      {line === null ? (
        <p className="field-help">{text('trace.commit.unknown')}</p>
      ) : (
        <TextField
          label={text('trace.commit.line')}
          labelHidden
          readOnly
          value={line}
          onChange={() => {}}
          onFocus={event => event.currentTarget.select()}
          trailing={<IconButton icon="copy" label={text('trace.commit.copy')} onClick={() => void copy()} />}
        />
      )}
    </details>
  );
}
