import { leftText } from '../../features/run/progressText.ts';
import { number, text } from '../../locales/text.ts';
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

interface ProbesProps extends Pick<Props, 'label' | 'onCancel'> {
  readonly run: { readonly done: number; readonly total: number; readonly secondsLeft: number | null };
}

/** Photos whose probes are made, one after another. */
export function ProbesProgress({ run: { done, total, secondsLeft }, ...props }: ProbesProps) {
  return (
    <Progress
      words={text('trace.model.making', { done: number(done), total: number(total) })}
      done={total > 0 ? done / total : null}
      secondsLeft={secondsLeft}
      {...props}
    />
  );
}
