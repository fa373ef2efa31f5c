/**
 * What stands in the way of a command, in one sentence for the person who gave it: what is wrong, and what to do. It is
 * shown as it is, without a stack; everything else that is thrown is a fault of Keyveil's own.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Ends the command with a sentence. */
export function refuse(sentence: string): never {
  throw new Refusal(sentence);
}
