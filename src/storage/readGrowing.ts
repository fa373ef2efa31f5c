/** Milliseconds between tries, and how many of them outlast a file that is being written. */
const pause = 50;
const tries = 60;

/**
 * Reads a part of a file that may grow meanwhile: one that grew after `getFile` cannot be read (NotReadableError), and
 * some browsers keep an open one to its writer. Rejects with NotFoundError at once when the file is gone.
 */
export async function readGrowing<T>(
  handle: FileSystemFileHandle,
  read: (file: File) => Promise<T>,
): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await read(await handle.getFile());
    } catch (error) {
      const gone = error instanceof DOMException && error.name === 'NotFoundError';
      if (gone || tried === tries) throw error;
      await new Promise(resolve => setTimeout(resolve, pause));
    }
  }
}
