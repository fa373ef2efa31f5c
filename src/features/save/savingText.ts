import { text } from '../../locales/text.ts';
import type { Saving } from '../../state/model/saving.ts';
import { brokenText } from '../../ui/brokenText.ts';

/** The words for how saving went; null while nothing is to be said. */
export function savingText(saving: Saving): string | null {
  if (saving.kind === 'saved') return text('run.save.saved.what', { what: saving.what });
  if (saving.kind !== 'failed') return null;
  const { what, detail } = saving;
  if (typeof detail === 'string') return text(`run.save.failed.${detail}`, { what });
  return brokenText(detail, text('run.save.failed.crashed', { what }));
}
