/** The text of restoreKernelBytes.ts as the source has it now. Throws where it does not compile. */
export function restoreKernelBytesText(): Promise<string>;
