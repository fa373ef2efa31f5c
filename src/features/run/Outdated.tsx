import { number, text } from '../../locales/text.ts';
import { Note } from '../../ui/Note.tsx';

/** Some photos were made with another choice than the present one. The button below already counts them. */
export function Outdated({ count }: { readonly count: number }) {
  return (
    <Note tone="warn">
      <b>{text('run.outdated', { count, n: number(count) })}</b> {text('run.outdated.what')}
    </Note>
  );
}
