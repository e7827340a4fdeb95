import { type DecisionData, type Finding, type LetterFrame, type Outcome } from '#contracts';
import { type EffectContext, payloadOf } from '../commands/command.types.js';
import { type Conclusion, conclusionOf } from '../decisions/conclusion.query.js';
import { earlierReference } from '../rounds/earlier-letter.js';
import { findingsNamed } from './request.letter-data.js';

/** The department's opinion: outcome, reasons, conditions and the findings on which it rests. */
export async function decisionData(context: EffectContext, frame: LetterFrame): Promise<DecisionData> {
  const conclusion = await conclusionOf(context.tx, context.row);
  const payload = payloadOf(context, 'approve', 'approve_with_conditions', 'refuse');
  const refused = context.command.name === 'refuse';
  const keys = keysOf(context, conclusion);
  return {
    ...frame,
    outcome: outcomeOf(context, conclusion),
    summary: conclusion?.summary ?? '',
    reasons: refused
      ? [payloadOf(context, 'refuse').reasons, ...(conclusion?.reasons ?? [])]
      : (conclusion?.reasons ?? []),
    conditions:
      context.command.name === 'approve_with_conditions'
        ? payloadOf(context, 'approve_with_conditions').conditions
        : [],
    findings: await findingsNamed(context, (finding) =>
      isShown(finding, keys, refused, context.facts.screening?.breached ?? []),
    ),
    councilConclusion: refused ? (payloadOf(context, 'refuse').councilConclusion ?? null) : null,
    lateness: context.facts.reply?.overdue ? (payload.afterDeadlineReason ?? null) : null,
    remedies: null,
    earlier: await earlierReference(context),
  };
}

/** A refusal shows what it rests on; an approval shows what had to be cured, not what two people overturned. */
const isShown = (
  finding: Finding,
  keys: readonly string[],
  refused: boolean,
  standing: readonly string[],
): boolean =>
  keys.includes(finding.key) ||
  (!refused && finding.severity === 'blocking' && standing.includes(finding.key));

function keysOf(context: EffectContext, conclusion: Conclusion | null): string[] {
  if (context.command.name !== 'refuse') return conclusion?.findingKeys ?? [];
  const { findingKeys } = payloadOf(context, 'refuse');
  return findingKeys?.length ? findingKeys : (conclusion?.findingKeys ?? []);
}

/** The outcome that was concluded, where the decision follows it; else the plain one of the decision. */
function outcomeOf({ command }: EffectContext, conclusion: Conclusion | null): Outcome {
  const concluded = conclusion?.outcome;
  if (command.name === 'approve') return 'agree';
  if (command.name === 'approve_with_conditions') return 'agree_with_conditions';
  return concluded?.startsWith('disagree') ? concluded : 'disagree_other';
}
