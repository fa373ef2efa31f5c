import { number, text } from '../../locales/text.ts';
import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { leftText } from '../run/progressText.ts';

interface Props {
  readonly label: string;
  /** 0 to 1. */
  readonly done: number;
  readonly secondsLeft: number | null;
  readonly onCancel: () => void;
}

/** How far it is, how long it still takes, and the way out. */
export function Progress({ label, done, secondsLeft, onCancel }: Props) {
  const words = [
    text('trace.percent', { n: number(100 * done) }),
    secondsLeft === null ? '' : leftText(secondsLeft),
  ].filter(Boolean);
  return (
    <div className="prove-running">
      <ProgressBar label={label} value={done} valueText={words.join(', ')} />
      <span>{words.join(' · ')}</span>
      <Button onClick={onCancel}>{text('app.cancel')}</Button>
    </div>
  );
}
