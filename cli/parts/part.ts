import * as v from 'valibot';
import { type ReceiptFile, receiptWarning } from '../../src/core/receipt.ts';
import type { MethodSettings, OutputSettings } from '../../src/core/settings.ts';
import type { SetFailure } from '../photo/failureSentence.ts';
import type { Shard } from './shard.ts';

/**
 * A receipt part: what one run (or one of several machines) made of its share of a data set. Text with one JSON object a
 * line, so that it can be appended to, read and merged without ever being in memory whole: heads, photos, and an end once
 * all is done. Private, as the receipt is.
 *
 * While a run is under way lines stand as they come, and a later line about a path counts for it; a line that was cut off
 * by a crash counts for nothing. A run that ends writes the part anew: one head, photos by their paths, the end.
 */
const partFormat = 'keyveil-receipt-part';

/** What all parts of one receipt agree on. */
export interface PartBasis {
  readonly dataset: string;
  readonly keyCheck: string;
  readonly commitment: string;
  readonly settings: MethodSettings;
  /** In frozen order. */
  readonly labels: readonly string[];
}

export interface PartHead extends PartBasis {
  readonly kind: 'head';
  readonly output: OutputSettings;
  readonly shard: Shard;
}

export interface PhotoLine extends ReceiptFile {
  readonly kind: 'photo';
  /** See core's recipe: whether the result is still what would be made now. */
  readonly recipe: string;
}

export interface FailedLine {
  readonly kind: 'failed';
  readonly path: string;
  readonly source: string;
  readonly label: string;
  readonly reason: SetFailure;
}

/** A tar that came out whole. What stands before its `begun` line about its photos no longer counts. */
export interface TarLine {
  readonly kind: 'tar';
  readonly path: string;
  readonly state: 'begun' | 'whole';
  /** How many came out. */
  readonly photos: number;
  readonly sha256: string;
  readonly sourceSha256: string;
  readonly recipe: string;
}

interface EndLine {
  readonly kind: 'end';
  readonly photos: number;
  readonly failed: number;
}

export type PartLine = PartHead | PhotoLine | FailedLine | TarLine | EndLine;

/** The line's text, with its line feed. `path` stands first where there is one. */
export function lineText(line: PartLine): string {
  if (line.kind !== 'head') return `${JSON.stringify(line)}\n`;
  const { kind, ...rest } = line;
  return `${JSON.stringify({ kind, format: partFormat, version: 1, private: receiptWarning, ...rest })}\n`;
}

const head = v.object({
  kind: v.literal('head'),
  format: v.literal(partFormat),
  version: v.number(),
  dataset: v.string(),
  keyCheck: v.string(),
  commitment: v.string(),
  labels: v.array(v.string()),
  shard: v.object({ index: v.number(), of: v.number() }),
});

export type LineRead =
  | { readonly kind: 'line'; readonly line: PartLine }
  /** Cut off, or of another program. */
  | { readonly kind: 'not-ours' }
  | { readonly kind: 'newer' };

/** Reads one line. What we wrote ourselves is taken at its word; the head is looked at. */
export function readLine(text: string): LineRead {
  let parsed: PartLine;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { kind: 'not-ours' };
  }
  if (typeof parsed !== 'object' || parsed === null) return { kind: 'not-ours' };
  if (parsed.kind !== 'head') return { kind: 'line', line: parsed };
  const checked = v.safeParse(head, parsed);
  if (!checked.success) return { kind: 'not-ours' };
  return checked.output.version > 1 ? { kind: 'newer' } : { kind: 'line', line: parsed };
}
