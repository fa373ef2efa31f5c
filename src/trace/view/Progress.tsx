import { leftText } from '../../features/run/progressText.ts';
import { text } from '../../locales/text.ts';
import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { useSpokenProgress } from '../../ui/useSpokenProgress.ts';

interface Props {
  readonly label: string;
  readonly words: string;
  /** 0 to 1; null while nobody knows. */
  readonly done: number | null;
  readonly secondsLeft: number | null;
  readonly onCancel: () => void;
}

/** How far it is, how long it still takes, and the way out. */
export function Progress({ label, words, done, secondsLeft, onCancel }: Props) {
  const all = secondsLeft === null ? words : `${words} · ${leftText(secondsLeft)}`;
  useSpokenProgress(label, all);
  return (
    <div className="wing-running">
      <ProgressBar label={label} value={done} valueText={all} />
      <span>{all}</span>
      <Button onClick={onCancel}>{text('app.cancel')}</Button>
    </div>
  );
}
