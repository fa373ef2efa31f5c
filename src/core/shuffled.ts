/** Fisher and Yates's shuffle, of a copy. `random` gives numbers in [0, 1). */
export function shuffled<T>(given: readonly T[], random: () => number): T[] {
  const list = [...given];
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}
