import { type CommandPayloads } from '#contracts';
import { type AnyCommand } from '#workflow';

/** The decision that follows a conclusion word for word, as a leader would give it who adds and changes nothing. */
export function decisionFollowing({
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
