/** Ends the one thing that is being saved or made ready to be shared. */
export interface SavingSignal {
  /** For the thing that begins now. */
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
