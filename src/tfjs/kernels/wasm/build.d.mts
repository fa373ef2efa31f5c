/** The text of kernelBytes.ts as the sources have it now. Throws where they do not compile. */
export function winogradBytesText(): Promise<string>;
