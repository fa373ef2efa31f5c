import type { Actions } from '../../state/actions.ts';

/** Hands the person a small file through the browser's download. */
function offerFile(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser needs the URL until it has begun to read; a minute is far more than that.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Hands the person the key file. */
export function offerKeyFile({ keyFile }: Pick<Actions, 'keyFile'>): void {
  const { name, blob } = keyFile();
  offerFile(name, blob);
}
