/** The tone of each status of a council. */
export const COUNCIL_TONES = {
  established: 'blue',
  in_session: 'amber',
  concluded: 'green',
  dissolved: 'grey',
} as const;

/** The tone of how a member stands to the seat. */
export const MEMBER_TONES = {
  invited: 'amber',
  accepted: 'green',
  declined: 'grey',
  recused: 'red',
  released: 'grey',
} as const;
