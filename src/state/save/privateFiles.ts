import { cleanSegment } from '../../core/archive/names.ts';
import { filtersText } from '../../core/filter/filtersFile.ts';
import type { LabelImprint } from '../../core/imprint.ts';
import { commitment, type ReceiptFile, receiptText } from '../../core/receipt.ts';
import { sameSettings } from '../../core/settings.ts';
import type { LabelImprints } from '../model/key.ts';
import type { KeyveilState } from '../model.ts';
import { labelOfPhoto } from '../queries/labels.ts';
import { isCurrent } from '../queries/photoStatus.ts';
import { archivePlaces, standingKeyCheck } from '../queries/plan.ts';

/** The private files that go with an archive: receipt and filters file, written from the state. */

export interface PrivateFile {
  readonly name: string;
  readonly blob: Blob;
}

/** The filters that finished photos carry: those of the moment, or of the last run when the key has been cleared. */
function filtersInUse(s: KeyveilState): LabelImprints | null {
  const keyCheck = standingKeyCheck(s);
  const matches = (filters: LabelImprints | null) =>
    filters !== null && filters.keyCheck === keyCheck && sameSettings(filters.settings, s.settings);
  if (matches(s.filters)) return s.filters;
  return matches(s.made) ? s.made : null;
}

/** Whether receipt and filters can be written: after a reload that takes the key, which nobody kept. */
export function privateFilesReady(s: KeyveilState): boolean {
  return filtersInUse(s) !== null;
}

/** Labels whose order is frozen, with their filters: a label that no run has seen yet is in neither file. */
function frozenFilters(s: KeyveilState, filters: LabelImprints): readonly LabelImprint[] {
  return (s.frozenLabels ?? []).flatMap(label => {
    const imprint = filters.byName.get(label);
    return imprint ? [{ label, ...imprint }] : [];
  });
}

/** What the open receipt lists stays in it, followed by what was made on this page; empty before there is anything new. */
function receiptFiles(s: KeyveilState): readonly ReceiptFile[] {
  const paths = archivePlaces(s);
  const earlier = s.reopened?.receipt.files ?? [];
  const fresh = s.arrangement.order.flatMap(id => {
    const result = s.results.get(id);
    const source = s.photos.get(id);
    const path = paths.get(id);
    const label = labelOfPhoto(s, id)?.name;
    if (result?.kind !== 'protected' || !source || path === undefined || label === undefined) return [];
    if (!isCurrent(s, id, result)) return [];
    const { sha256, sourceSha256, width, height, peak } = result.photo;
    return [
      {
        path,
        sha256,
        sourceSha256,
        source: source.path,
        label,
        width,
        height,
        ...(peak === null ? {} : { peak }),
      },
    ];
  });
  return fresh.length > 0 ? [...earlier, ...fresh] : [];
}

function privateFile(s: KeyveilState, ending: string, text: string): PrivateFile {
  return {
    name: `${cleanSegment(s.dataset)}.${ending}`,
    blob: new Blob([text], { type: 'application/json' }),
  };
}

/** The receipt of the photos that are up to date; null before there are any. */
export async function receiptFile(s: KeyveilState): Promise<PrivateFile | null> {
  const filters = filtersInUse(s);
  const files = receiptFiles(s);
  if (!filters || files.length === 0) return null;
  const frozen = frozenFilters(s, filters);
  const receipt = {
    dataset: s.dataset.trim().normalize('NFC'),
    keyCheck: filters.keyCheck,
    commitment: await commitment(frozen),
    settings: filters.settings,
    labels: frozen.map(({ label }) => label),
    files,
  };
  return privateFile(s, 'keyveil.json', receiptText(receipt));
}

/** The filters file of the labels that were protected; null before there are any. */
export function filtersFileToSave(s: KeyveilState): PrivateFile | null {
  const filters = filtersInUse(s);
  if (!filters || !s.frozenLabels) return null;
  const { keyCheck, settings } = filters;
  const dataset = s.dataset.trim().normalize('NFC');
  return privateFile(
    s,
    'filters.json',
    filtersText({
      dataset,
      keyCheck,
      settings,
      imprints: frozenFilters(s, filters),
    }),
  );
}
