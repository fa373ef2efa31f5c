/** Stops the one thing that is being saved or prepared for sharing. */
export interface SavingSignal {
  /** A new signal, for what begins now. */
  begin(): AbortSignal;
  cancel(): void;
}

export function savingSignal(): SavingSignal {
  let abort = new AbortController();
  return {
    begin: () => {
      abort = new AbortController();
      return abort.signal;
    },
    cancel: () => abort.abort(),
  };
}
