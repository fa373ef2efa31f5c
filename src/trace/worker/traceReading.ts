import type { FailureReason } from '../../core/faults/failure.ts';
import type { Picture } from '../../core/picture/resize.ts';
import type { Receipt } from '../../core/receipt.ts';
import type { Failed } from '../../workers/protocol.ts';
import { type Evidence, pooled } from '../core/ownPhoto/evidence.ts';
import { type EvidencedFinding, findingFrom, type SignOfMark, signOf } from '../core/ownPhoto/finding.ts';
import type { KeyImprints } from '../core/ownPhoto/keyImprints.ts';
import type { Original, OwnAnswer } from '../pipeline/findOwn.ts';

export interface FoundPhoto {
  readonly file: Blob;
  readonly name: string;
  /** Photos of one group are also tested together, as photos of one label: a folder, or null. */
  readonly group: string | null;
  /**
   * The label that it is said to have, by somebody who has not seen how it fits; or null. Fewer labels are fewer
   * chances for decoys, so less of a mark is enough.
   */
  readonly label: string | null;
}

/** What all evidence comes to together, and what each kind would by itself. */
export interface Judged {
  /** The label that fits best; null where there is no sign of any. */
  readonly label: string | null;
  readonly p: number;
  readonly words: SignOfMark;
  readonly alone: EvidencedFinding['alone'];
}

interface Read {
  readonly name: string;
  /** The photo, small. */
  readonly glimpse: Picture;
  /** Label of the protected file that this is to the byte, by the receipt; null where it is none. */
  readonly listed: string | null;
}

type Tested = Read & Judged;

export type OwnRow =
  | (Tested & {
      readonly kind: 'with-original';
      /** Number of the original among those given. */
      readonly original: number;
      /** Correlation of the two, up to 1. */
      readonly likeness: number;
      /** Nothing laid on explains the photo better than what the key would lay: an unprotected copy. */
      readonly unfiltered: boolean;
    })
  | (Tested & { readonly kind: 'blind' })
  /** Too small for the blind test, or protected with `cuda`, which has none. */
  | (Read & { readonly kind: 'untested' })
  | { readonly kind: 'failed'; readonly name: string; readonly reason: FailureReason };

/** What the photos of a group say together, if all of them have one label. */
export interface OwnGroup extends Judged {
  readonly group: string;
  /** Photos that could be tested. */
  readonly photos: number;
}

/** An original that is used, and its number among those given. */
export type NumberedOriginal = Original & { readonly at: number };

/** What a worker answered. */
type Answer = OwnAnswer | Failed;

/** What scores come to. */
export class Reading {
  readonly #receipt: Receipt;
  readonly #imprints: KeyImprints;
  readonly #originals: readonly NumberedOriginal[];
  /** Numbers of the labels that have photos. */
  readonly #labels: readonly number[];

  constructor(receipt: Receipt, imprints: KeyImprints, originals: readonly NumberedOriginal[]) {
    this.#receipt = receipt;
    this.#imprints = imprints;
    this.#originals = originals;
    const used = this.#numbers(receipt.files.map(({ label }) => label));
    this.#labels = used.length > 0 ? used : receipt.labels.map((_, i) => i);
  }

  row({ name, label }: FoundPhoto, answer: Answer | undefined): OwnRow {
    if (answer === undefined) throw new Error('A photo was not answered.');
    if (answer.kind === 'failed') return { kind: 'failed', name, reason: answer.reason };
    const listed = answer.listed?.label ?? null;
    const read = { name, listed, glimpse: answer.glimpse };
    if (answer.kind === 'untested') return { kind: 'untested', ...read };
    if (answer.kind === 'blind') {
      return { kind: 'blind', ...read, ...this.#found(answer.evidence, this.#labelsSaid([label])) };
    }
    const original = this.#originals[answer.original];
    return {
      kind: 'with-original',
      ...read,
      original: original?.at ?? 0,
      likeness: answer.likeness,
      unfiltered: answer.unfiltered,
      ...this.#found(answer.evidence, this.#labelsOf(original, label)),
    };
  }

  groups(found: readonly FoundPhoto[], answers: readonly Answer[]): readonly OwnGroup[] {
    const members = new Map<string, { readonly label: string | null; readonly evidence: Evidence }[]>();
    found.forEach(({ group, label }, i) => {
      const answer = answers[i];
      if (group === null || !answer || !('evidence' in answer)) return;
      members.set(group, [...(members.get(group) ?? []), { label, evidence: answer.evidence }]);
    });
    return [...members].flatMap(([group, all]) => {
      if (all.length < 2) return [];
      const labels = this.#labelsSaid(all.map(({ label }) => label));
      const together = pooled(all.map(({ evidence }) => evidence));
      return [{ group, photos: all.length, ...this.#found(together, labels) }];
    });
  }

  #found(evidence: Evidence, labels: readonly number[]): Judged {
    const found = findingFrom(evidence, this.#imprints, labels);
    if (found === null) throw new Error('A photo was tested by nothing.');
    const { label, p, alone } = found;
    const words = signOf(p);
    return { p, words, alone, label: words === 'none' ? null : (this.#receipt.labels[label] ?? null) };
  }

  /** Where the receipt tells the label of an original, no other is tried. */
  #labelsOf(original: NumberedOriginal | undefined, said: string | null): readonly number[] {
    const told = this.#receipt.files.filter(({ sourceSha256 }) => sourceSha256 === original?.sha256);
    const numbers = this.#numbers(told.map(({ label }) => label));
    return numbers.length > 0 ? numbers : this.#labelsSaid([said]);
  }

  /** The one label that all of these are said to have, or else all labels. */
  #labelsSaid(said: readonly (string | null)[]): readonly number[] {
    const [first = null, ...others] = new Set(said);
    const numbers = first !== null && others.length === 0 ? this.#numbers([first]) : [];
    return numbers.length > 0 ? numbers : this.#labels;
  }

  #numbers(labels: readonly string[]): readonly number[] {
    return [...new Set(labels)].map(label => this.#receipt.labels.indexOf(label)).filter(at => at >= 0);
  }
}
