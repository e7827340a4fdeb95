import { type ActPayload } from '#audit';

/** What was said with a step: why it was taken or what it asks, until when, and to whom it gave the dossier. */
export interface StepSaid {
  reason: string | null;
  replyBy: string | null;
  assigneeId: string | null;
  assignedAs: string | null;
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;
const listOf = (value: unknown): string | null =>
  Array.isArray(value)
    ? textOf(
        value
          .map((one) => textOf(one) ?? textOf(whatOf(one)) ?? '')
          .filter(Boolean)
          .join('; '),
      )
    : null;
const whatOf = (item: unknown): unknown => (item as { what?: unknown } | null)?.what;

/** Fields in which commands carry a reason, the one that says most first. */
const REASONS = [
  'explanation',
  'grounds',
  'reason',
  'note',
  'response',
  'complaintDecision',
  'summary',
] as const;

/** What the payload of a command says to a reader of the timeline. */
export function stepSaid(payload: ActPayload['payload']): StepSaid {
  const written = REASONS.map((name) => textOf(payload[name])).find((text) => text !== null);
  return {
    reason: written ?? textOf(payload['reasons']) ?? listOf(payload['reasons']) ?? listOf(payload['items']),
    replyBy: textOf(payload['replyBy']),
    assigneeId: textOf(payload['assigneeId']),
    assignedAs: textOf(payload['kind']),
  };
}
