/**
 * Whether an exception means that a file a person chose is no longer there, was changed since, or may not be read any
 * more. By its name, which is all that is left of a DOMException from another thread.
 */
export function isOutOfReach(error: unknown): boolean {
  return error instanceof Error && ['NotFoundError', 'NotReadableError'].includes(error.name);
}
