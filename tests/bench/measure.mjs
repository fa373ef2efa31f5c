/** Numbers about numbers, and how they are printed. */

/** The middle one, or the mean of the two in the middle. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Rows of cells as a Markdown table with aligned columns. */
export function table(head, rows) {
  const cells = [head, ...rows].map(row => row.map(String));
  const widths = head.map((_, i) => Math.max(...cells.map(row => row[i].length)));
  const line = row => `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`;
  return [line(cells[0]), rule, ...cells.slice(1).map(line)].join('\n');
}

/** Three figures, as far as they mean something. */
export const figure = value =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/**
 * Where a share lies with 95 % confidence, from 0 to 1: Wilson's interval, which holds for few and for none, too (E. B.
 * Wilson, "Probable inference, the law of succession, and statistical inference", 1927).
 */
export function interval(part, all) {
  if (all === 0) return [0, 1];
  const z = 1.96;
  const share = part / all;
  const middle = share + z ** 2 / (2 * all);
  const reach = z * Math.sqrt((share * (1 - share)) / all + (z / (2 * all)) ** 2);
  const end = sign => Math.min(1, Math.max(0, (middle + sign * reach) / (1 + z ** 2 / all)));
  return [end(-1), end(1)];
}
