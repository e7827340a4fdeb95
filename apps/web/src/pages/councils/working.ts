import { type Status } from '#contracts';

/** While a dossier is looked at, accepted and not yet concluded, others are heard about it. */
const WORKING: readonly Status[] = [
  'accepted',
  'screened',
  'under_review',
  'clarification_requested',
  'refusal_notified',
];
export const isWorking = (status: Status): boolean => WORKING.includes(status);
