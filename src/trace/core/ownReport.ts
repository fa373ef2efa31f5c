import { jsonFileVersion } from '../../core/jsonFile.ts';
import { settingsFields } from '../../core/receipt.ts';
import type { MethodSettings } from '../../core/settings.ts';
import type { EvidencedFinding, SignOfMark } from './ownPhoto/finding.ts';

/**
 * What came of looking for the owner's mark in found photos, as a JSON file and as the data of the HTML report. It names
 * labels and numbers photos, which it knows by their SHA-256; it names no file and holds neither key nor filter.
 */

const format = 'keyveil-own-photos';

/** p-values are ranks among decoy keys: `(1 + how many fit as well) / (1 + decoys)`. */
export interface ReportedMark {
  readonly label: string | null;
  readonly p: number;
  readonly words: SignOfMark;
  /** What each kind of evidence would come to by itself; it decides nothing. Null: there is none of that kind. */
  readonly alone: EvidencedFinding['alone'];
}

export interface ReportedPhoto {
  /** Of the found photo's bytes; null where they could not be read. */
  readonly sha256: string | null;
  /** Label of the protected file that it is to the byte, by the receipt; null where it is none. */
  readonly listed: string | null;
  readonly result:
    | ({
        readonly kind: 'with-original';
        readonly likeness: number;
        readonly unfiltered: boolean;
      } & ReportedMark)
    | ({ readonly kind: 'blind' } & ReportedMark)
    | { readonly kind: 'untested' | 'failed' };
}

interface ReportedGroup extends ReportedMark {
  readonly photos: number;
}

export interface OwnReport {
  /** ISO 8601, UTC. */
  readonly when: string;
  /** Version of Keyveil. */
  readonly app: string;
  /** Of the receipt; `sha256` null where its file was not at hand. */
  readonly receipt: {
    readonly commitment: string;
    readonly keyCheck: string;
    readonly sha256: string | null;
    readonly labels: number;
    readonly photos: number;
  };
  readonly settings: MethodSettings;
  readonly decoys: number;
  /** Of the decoys: with it anybody who has the key can draw them again. */
  readonly seed: string;
  /** Originals that could be used. */
  readonly originals: number;
  readonly photos: readonly ReportedPhoto[];
  /** Photos of one folder, tested together. */
  readonly groups: readonly ReportedGroup[];
}

/** The text of its file. */
export function ownReportText({ settings, ...report }: OwnReport): string {
  const { when, app, ...rest } = report;
  const content = { format, version: jsonFileVersion, when, app, ...settingsFields(settings), ...rest };
  return `${JSON.stringify(content, null, 1)}\n`;
}
