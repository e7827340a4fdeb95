import { type PublicTracking, PUBLIC_WORDS } from '#casework';
import { type ScreeningMode } from '#contracts';
import { LETTER_NAMES } from '#letters';
import { type TrackingDto } from './public-tracking.dto.js';
import { MODE_WORDS, STANDING_WORDS, VERIFICATION_WORDS } from './public-words.js';

const { statuses, outcomes, turns, reasons, steps } = PUBLIC_WORDS;

/** What is told of a dossier with the words for it, in both languages. */
export function trackingDto(tracking: PublicTracking, mode: ScreeningMode): TrackingDto {
  const { status, outcome, turn, expected } = tracking;
  return {
    ...tracking,
    mode,
    modeText: MODE_WORDS[mode],
    status: { code: status, ...statuses[status] },
    outcome: outcome && { code: outcome, text: outcomes[outcome] },
    turn: { code: turn, text: turns[turn] },
    expected: expected && { ...expected, verificationText: VERIFICATION_WORDS[expected.verification] },
    reasons: tracking.reasons.map((reason) => ({ ...reason, text: reasons[reason.code] })),
    timeline: tracking.timeline.map(({ on, step, letter }) => ({
      ...{ on, step, text: steps[step] },
      letter: letter && { ...letter, kindName: LETTER_NAMES[letter.kind] },
    })),
    letters: tracking.letters.map((letter) => ({
      ...letter,
      kindName: LETTER_NAMES[letter.kind],
      standingText: STANDING_WORDS[letter.standing],
    })),
  };
}
