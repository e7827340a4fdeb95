/** The tone of each status of a council. */
export const COUNCIL_TONES = {
  established: 'blue',
  in_session: 'amber',
  concluded: 'green',
  dissolved: 'grey',
} as const;
