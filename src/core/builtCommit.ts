/** The commit that this was built of, as `src/build/commit.ts` found it; null where that is not known, or nothing was built. */
export function builtCommit(): string | null {
  const commit: unknown = import.meta.env.KEYVEIL_COMMIT;
  return typeof commit === 'string' && commit !== '' ? commit : null;
}
