import { type CouncilSeat } from '#contracts';

interface Candidate {
  userId: string;
  inConflict: boolean;
}

/**
 * Of seats that were given an earlier time, those of people who can still sit: a conflict may have become known since.
 * All of them until it is known who can.
 */
export const stillSeated = (
  seats: Record<string, CouncilSeat>,
  candidates: readonly Candidate[] | undefined,
): Record<string, CouncilSeat> =>
  candidates === undefined
    ? seats
    : Object.fromEntries(
        Object.entries(seats).filter(([id]) =>
          candidates.some(({ userId, inConflict }) => userId === id && !inConflict),
        ),
      );
