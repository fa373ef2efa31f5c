import { text } from '../../locales/text.ts';
import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { useSpokenProgress } from '../../ui/useSpokenProgress.ts';

interface RunProgressProps {
  readonly label: string;
  /** 0 to 1; null while nothing is known. */
  readonly value: number | null;
  readonly words: string;
  readonly onCancel: () => void;
}

/** How far a check has come, seen and spoken, and the way out of it. */
export function RunProgress({ label, value, words, onCancel }: RunProgressProps) {
  useSpokenProgress(label, words);
  return (
    <section className="prove-run">
      <div className="wing-running">
        <ProgressBar label={label} value={value} valueText={words} />
        <span>{words}</span>
        <Button onClick={onCancel}>{text('app.cancel')}</Button>
      </div>
    </section>
  );
}
