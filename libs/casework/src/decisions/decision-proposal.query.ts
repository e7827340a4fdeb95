import {
  carriedOutcome,
  type InconclusiveFinding,
  inconclusiveFindingsOf,
  isGround,
  standingBreachesOf,
} from '#appraisal';
import { type ConditionDraft, type Finding, type InconclusiveAnswer, type Outcome } from '#contracts';
import { type Tx } from '#database';
import { isOfTheHouse, type OpenedDossier } from '#dossiers';
import { conflictedUserIds } from '#identity';
import { Refusal } from '#kernel';
import { type Language } from '#screening';
import { isAboutOutdated } from '#workflow';

/** Who recommended something else than was concluded; a council has no name. */
export interface Dissent {
  kind: 'opinion' | 'council';
  name: string | null;
  recommendation: Outcome;
  summary: string;
}
/** What the screening could not decide and the conclusion goes on with all the same. */
export interface AcceptedRisk {
  title: string;
  /** The line or machine; null for the project. */
  subject: string | null;
  reason: string;
}
/** What stands to be endorsed or decided in the present round of a dossier. */
export interface DecisionProposal {
  dossierId: string;
  outcome: Outcome;
  summary: string;
  reasons: string[];
  conditions: ConditionDraft[];
  concludedBy: string | null;
  concludedAt: Date;
  endorsedBy: string | null;
  endorsedAt: Date | null;
  endorsementNote: string | null;
  /** How often the round was sent back before. */
  sentBack: number;
  /** Breached findings that stand: all, those that block, those about used or outdated equipment by law that carries a refusal. */
  standing: { all: number; blocking: number; outdated: number };
  acceptedRisks: AcceptedRisk[];
  dissent: Dissent[];
}
type Stored = Omit<DecisionProposal, 'standing' | 'acceptedRisks' | 'dissent'> & {
  answers: InconclusiveAnswer[];
  councilId: string | null;
  others: (Omit<Dissent, 'kind'> & { authorId: string })[];
};

/** The proposals of dossiers that the actor may see, by id, findings named in a language; a dossier without a standing conclusion has none. */
export async function proposalsOf(
  tx: Tx,
  dossierIds: readonly string[],
  language: Language,
): Promise<Map<string, DecisionProposal>> {
  const [stored, breaches, inconclusive] = await Promise.all([
    storedProposals(tx, dossierIds),
    standingBreachesOf(tx, dossierIds),
    inconclusiveFindingsOf(tx, dossierIds, language),
  ]);
  const proposals = stored.map(
    async ({ councilId, others, answers, ...proposal }): Promise<DecisionProposal> => ({
      ...proposal,
      acceptedRisks: acceptedRisks(inconclusive.get(proposal.dossierId) ?? [], answers),
      standing: standingFigures(breaches.get(proposal.dossierId) ?? []),
      dissent: [
        ...(await counted(tx, proposal.dossierId, others)),
        ...(await councilDissent(tx, councilId, proposal.outcome)),
      ],
    }),
  );
  return new Map((await Promise.all(proposals)).map((proposal) => [proposal.dossierId, proposal]));
}

/**
 * The proposal of one opened dossier, or null where nothing is concluded in its round. The house's own until a letter
 * says it. @throws Refusal `forbidden` for everybody else
 */
export async function proposalOf(
  tx: Tx,
  { row, relations }: OpenedDossier,
  language: Language,
): Promise<DecisionProposal | null> {
  if (!isOfTheHouse(tx.actor) || relations.includes('owner')) throw new Refusal('forbidden');
  return (await proposalsOf(tx, [row.id], language)).get(row.id) ?? null;
}

const storedProposals = (tx: Tx, dossierIds: readonly string[]): Promise<Stored[]> =>
  tx.query<Stored>(
    `SELECT d.id AS "dossierId", c.outcome, coalesce(c.content ->> 'summary', '') AS summary,
            coalesce(c.content -> 'reasons', '[]'::jsonb) AS reasons, coalesce(c.content -> 'conditions', '[]'::jsonb) AS conditions,
            coalesce(c.content -> 'inconclusive', '[]'::jsonb) AS answers,
            a.display_name AS "concludedBy", c.concluded_at AS "concludedAt", e.display_name AS "endorsedBy",
            c.endorsed_at AS "endorsedAt", c.endorsement_note AS "endorsementNote",
            (SELECT count(*)::int FROM conclusion b WHERE b.dossier_id = d.id AND b.round = d.round AND b.sent_back_at IS NOT NULL) AS "sentBack",
            (SELECT k.id FROM council k WHERE k.dossier_id = d.id AND k.round = d.round AND k.status = 'concluded' LIMIT 1) AS "councilId",
            (SELECT coalesce(json_agg(json_build_object('authorId', o.author_id, 'name', u.display_name,
                      'recommendation', o.recommendation, 'summary', o.summary) ORDER BY o.recorded_at, o.id), '[]')
               FROM opinion o JOIN app_user u ON u.id = o.author_id
              WHERE o.dossier_id = d.id AND o.round = d.round AND o.state = 'recorded'
                AND o.author_id <> c.concluded_by AND o.recommendation <> c.outcome) AS others
       FROM dossier d JOIN conclusion c ON c.dossier_id = d.id AND c.round = d.round AND c.sent_back_at IS NULL
       LEFT JOIN app_user a ON a.id = c.concluded_by LEFT JOIN app_user e ON e.id = c.endorsed_by
      WHERE d.id = ANY ($1::uuid[])`,
    [dossierIds],
  );

/** What is open by now and was answered with a risk: an answer to what is settled since speaks of nothing. */
const acceptedRisks = (
  open: readonly InconclusiveFinding[],
  answers: readonly InconclusiveAnswer[],
): AcceptedRisk[] =>
  open.flatMap(({ key, title, subject }) =>
    answers
      .filter(({ findingKey, answer }) => findingKey === key && answer === 'accepted_risk')
      .map(({ reason }) => ({ title, subject, reason })),
  );

const standingFigures = (breaches: readonly Finding[]): DecisionProposal['standing'] => ({
  all: breaches.length,
  blocking: breaches.filter(({ severity }) => severity === 'blocking').length,
  outdated: breaches.filter((finding) => isGround(finding) && isAboutOutdated(finding.test)).length,
});

/** An opinion of somebody who is in conflict by now counts for nothing, so it is no dissent either. */
async function counted(tx: Tx, dossierId: string, others: Stored['others']): Promise<Dissent[]> {
  if (others.length === 0) return [];
  const conflicted = await conflictedUserIds(tx, dossierId);
  return others
    .filter(({ authorId }) => !conflicted.includes(authorId))
    .map(({ authorId: _author, ...opinion }) => ({ kind: 'opinion', ...opinion }));
}

async function councilDissent(tx: Tx, councilId: string | null, outcome: Outcome): Promise<Dissent[]> {
  const advised = councilId === null ? null : await carriedOutcome(tx, councilId);
  if (advised === null || advised === outcome) return [];
  return [{ kind: 'council', name: null, recommendation: advised, summary: '' }];
}
