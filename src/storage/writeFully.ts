/** Writes all of the bytes at a place of an open file. Throws QuotaExceededError when the disk is full. */
export function writeFully(
  access: Pick<FileSystemSyncAccessHandle, 'write'>,
  bytes: Uint8Array<ArrayBuffer>,
  at: number,
): void {
  for (let from = 0; from < bytes.length; ) {
    const written = access.write(bytes.subarray(from), { at: at + from });
    if (written === 0) throw new DOMException('The disk takes no more', 'QuotaExceededError');
    from += written;
  }
}
