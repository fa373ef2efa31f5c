/** Which of the receipt's labels a model means by the name of a class. */

function plain(name: string): string {
  return name.normalize('NFC').trim();
}

/** Without case, and with all that parts words made one: `English_springer` is `english springer`. */
function folded(name: string): string {
  return plain(name)
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
}

/**
 * The place of the label that each class stands for: of the same name, or, if there is just one such, of the same name but
 * for case and what parts its words; else null, for a person to choose.
 */
export function labelsOfClasses(
  classes: readonly string[],
  labels: readonly string[],
): readonly (number | null)[] {
  return classes.map(name => {
    const same = labels.findIndex(label => plain(label) === plain(name));
    if (same !== -1) return same;
    const alike = labels.flatMap((label, at) => (folded(label) === folded(name) ? [at] : []));
    return alike.length === 1 ? (alike[0] ?? null) : null;
  });
}
