/** The text of kernelBytes.ts as the sources have it now. Rejects where they do not compile. */
export function kernelBytesText(): Promise<string>;
/** Likewise of restoreKernelBytes.ts. */
export function restoreKernelBytesText(): Promise<string>;
