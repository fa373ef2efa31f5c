/** Does one piece of work after another, in the order asked; what fails does not hold up the next. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** Work that is given to it begins when the work before has ended, however it ended. */
export function createInTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return work => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}
