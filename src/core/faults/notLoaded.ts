/** Whether an exception means that a script could not be fetched, as when a new release has taken its place. */
export function isNotLoaded(error: unknown): boolean {
  // Each browser has its own words for it, and Vite one for what it fetches ahead.
  return (
    error instanceof Error &&
    /dynamically imported module|importing a module script|unable to preload/i.test(error.message)
  );
}
