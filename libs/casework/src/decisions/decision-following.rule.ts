import { type CommandPayloads } from '#contracts';
import { type AnyCommand, type EarlierDecision, repeatsDecision } from '#workflow';

/**
 * The decision that follows a conclusion word for word, as a leader would give it who adds and changes nothing. Where a
 * letter is under review it is confirmed by the same decision and replaced by another one: convention of ours, the leader
 * chooses.
 */
export function decisionFollowing(
  concluded: CommandPayloads['conclude'],
  earlier: EarlierDecision | null = null,
): AnyCommand {
  const command = plainlyFollowing(concluded);
  if (earlier === null) return command;
  const earlierLetter = repeatsDecision(command, earlier) ? 'confirm' : 'replace';
  return { ...command, payload: { ...command.payload, earlierLetter } } as AnyCommand;
}

function plainlyFollowing({
  outcome,
  summary,
  conditions,
  findingKeys,
  failedCriteria,
}: CommandPayloads['conclude']): AnyCommand {
  if (outcome === 'agree') return { name: 'approve', payload: {} };
  if (outcome === 'agree_with_conditions')
    return { name: 'approve_with_conditions', payload: { conditions } };
  return {
    name: 'refuse',
    payload: {
      reasons: summary,
      ...(findingKeys !== undefined && { findingKeys }),
      ...(failedCriteria !== undefined && { failedCriteria }),
    },
  };
}
