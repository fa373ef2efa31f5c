/**
 * What people bring back from elsewhere: a CSV with a line for each probe, its file and the label that the model
 * said. Takes `file,label` and `file,label,score,…`, with a header or without, in quotes or without, with commas,
 * semicolons or tabs, whole paths as well as names, and several lines a file with scores, of which the highest counts.
 */

export type AnswersRead =
  | {
      readonly kind: 'read';
      /** What was said of each probe, by its name in the sheet. */
      readonly said: ReadonlyMap<string, string>;
      /** Files that are no probes of this sheet, and probes without an answer; by name. */
      readonly unknown: readonly string[];
      readonly missing: readonly string[];
      /** Probes that stand there several times with different answers and no scores; they count as missing. */
      readonly contradicted: readonly string[];
    }
  | { readonly kind: 'refused'; readonly reason: 'empty' | 'no-probes' | 'no-labels' };

/** @param names of the probes, as in the sheet */
export function readAnswers(text: string, names: readonly string[]): AnswersRead {
  const rows = rowsOf(text);
  if (rows.length === 0) return { kind: 'refused', reason: 'empty' };
  const known = knownBy(names);
  const fileColumn = columnOfFiles(rows, known);
  if (fileColumn === null) return { kind: 'refused', reason: 'no-probes' };
  const head = known(rows[0]?.[fileColumn] ?? '') === null && looksLikeHeader(rows[0] ?? []) ? rows[0] : null;
  const body = head ? rows.slice(1) : rows;
  const { label, score } = columnsOf(body, head ?? null, fileColumn);
  if (label === null) return { kind: 'refused', reason: 'no-labels' };

  const best = new Map<string, { readonly said: string; readonly score: number | null }>();
  const [unknown, contradicted] = [new Set<string>(), new Set<string>()];
  for (const row of body) {
    const given = row[fileColumn] ?? '';
    if (given === '') continue;
    const name = known(given);
    const said = row[label] ?? '';
    if (name === null) unknown.add(baseName(given));
    if (name === null || said === '') continue;
    const value = score === null ? null : numberIn(row[score] ?? '');
    const before = best.get(name);
    if (before === undefined || (value !== null && before.score !== null && value > before.score)) {
      best.set(name, { said, score: value });
    } else if ((value === null || before.score === null) && said !== before.said) contradicted.add(name);
  }
  for (const name of contradicted) best.delete(name);
  return {
    kind: 'read',
    said: new Map([...best].map(([name, { said }]) => [name, said])),
    unknown: [...unknown],
    missing: names.filter(name => !best.has(name)),
    contradicted: [...contradicted],
  };
}

/** Finds the probe that a cell names: with any folders before it, with its extension or without. */
function knownBy(names: readonly string[]): (cell: string) => string | null {
  const byName = new Map<string, string>();
  for (const name of names) {
    byName.set(name.toLowerCase(), name);
    byName.set(stem(name).toLowerCase(), name);
  }
  return cell => byName.get(baseName(cell).toLowerCase()) ?? null;
}

function baseName(path: string): string {
  return path.trim().split(/[\\/]/).at(-1) ?? '';
}

function stem(name: string): string {
  return name.replace(/\.[^.]+$/, '');
}

/** The column with the most cells that name probes; the first of equals. Null where none does. */
function columnOfFiles(
  rows: readonly (readonly string[])[],
  known: (cell: string) => string | null,
): number | null {
  const hits: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      if (known(cell) !== null) hits[column] = (hits[column] ?? 0) + 1;
    }
  }
  let best: number | null = null;
  for (const column of hits.keys()) {
    if ((hits[column] ?? 0) > (best === null ? 0 : (hits[best] ?? 0))) best = column;
  }
  return best;
}

const labelHeads =
  /^(?:label|class|class[ _-]?name|predict(?:ed|ion)?(?:[ _-](?:label|class))?|pred|answer|category|top[ _-]?1|display[ _-]?name)$/i;
const scoreHeads = /^(?:score|scores|prob|probability|confidence|conf|p)$/i;

/** No cell of it is a number. */
function looksLikeHeader(row: readonly string[]): boolean {
  return row.every(cell => numberIn(cell) === null);
}

function columnsOf(
  body: readonly (readonly string[])[],
  head: readonly string[] | null,
  fileColumn: number,
): { readonly label: number | null; readonly score: number | null } {
  const width = Math.max(0, ...body.map(row => row.length));
  const named = (heads: RegExp) => {
    const at = head?.findIndex(cell => heads.test(cell.trim())) ?? -1;
    return at === -1 ? null : at;
  };
  const after = fileColumn + 1 < width ? fileColumn + 1 : null;
  const label = named(labelHeads) ?? after ?? (fileColumn > 0 ? 0 : null);
  if (label === null) return { label: null, score: null };
  const next = label + 1;
  const numeric = body.length > 0 && body.every(row => numberIn(row[next] ?? '') !== null);
  const score = named(scoreHeads) ?? (next !== fileColumn && next < width && numeric ? next : null);
  return { label, score };
}

function numberIn(cell: string): number | null {
  const trimmed = cell.trim().replace(/%$/, '');
  if (trimmed === '') return null;
  // A comma is the decimal sign where semicolons part the cells.
  const value = Number(trimmed.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

/** Rows of trimmed cells (RFC 4180, and what spreadsheets make of it); empty lines are left out. */
export function rowsOf(text: string): readonly (readonly string[])[] {
  const content = text.replace(/^\ufeff/, '');
  const separator = separatorOf(content);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (row.some(one => one !== '')) rows.push(row);
    row = [];
  };
  for (let i = 0; i < content.length; i++) {
    const sign = content[i] as string;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (content[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (sign === separator) endCell();
    else if (sign === '\n' || sign === '\r') endRow();
    else cell += sign;
  }
  endRow();
  return rows;
}

/** Whichever stands most often in the first line, outside of quotes. */
function separatorOf(content: string): string {
  const line = (/^[\r\n]*([^\r\n]*)/.exec(content)?.[1] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  const counts = [',', ';', '\t'].map(sign => ({ sign, count: line.split(sign).length - 1 }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}
