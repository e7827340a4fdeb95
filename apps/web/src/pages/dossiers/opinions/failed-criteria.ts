import { type Opinion } from './opinion-content.js';

/** Codes of criteria that recorded opinions of a round call not achieved, each once, in the order of the opinions. */
export const failedCriteria = (opinions: readonly Opinion[], ofRound: number | undefined): string[] => [
  ...new Set(
    opinions
      .filter(({ state, round }) => state === 'recorded' && round === ofRound)
      .flatMap(({ criteria }) =>
        criteria.filter(({ mark }) => mark === 'not_achieved').map(({ code }) => code),
      ),
  ),
];
