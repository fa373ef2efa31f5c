/** Of what is to be taken away after a run: the keyboard goes on from there. */
export const takeAwayId = 'take-away';
