import { Inject, Injectable } from '@nestjs/common';
import { reopenConfirmations } from '#appraisal';
import { appendAudit } from '#audit';
import { type TechnologyFacts } from '#contracts';
import { type Tx } from '#database';
import {
  type DossierRow,
  actingRoleOf,
  DossierActs,
  factsDifference,
  type FactChange,
  factsOf,
  LawRegistry,
  type OpenedDossier,
  saveFacts,
} from '#dossiers';
import { type Actor, civilDateOf, Refusal, yearOf } from '#kernel';
import { type LawSet } from '#law';
import { factsFaults, faultsBrought, normaliseFacts, triggerOf } from '#screening';
import { watchingConflicts } from '../staffing/arisen-conflicts.js';
import { HoldingReplies } from '../holding/holding-replies.js';
import { changeParticulars, type Particulars } from './change-particulars.js';
import {
  authorshipOf,
  claimsAcceptance,
  documentsNamed,
  type FactsAuthorship,
  mergedFacts,
  renamedLines,
  unsourced,
  withAcceptances,
  withoutOutdatedSources,
} from './facts-rules.js';
import { requireDocuments } from './required-documents.js';

export interface FactsChangeRequest {
  dossierId: string;
  /** Sections to replace: project, lines, equipment, evidence, papers, sources. Unchecked input; absent: none. */
  sections?: unknown;
  /** What is known beside the facts, changed in the same step. */
  particulars?: Particulars;
  expectedRevision: number;
  idempotencyKey: string | null;
}
export interface FactsChanged {
  id: string;
  revision: number;
  factsVersion: number;
  changes: FactChange[];
  facts: TechnologyFacts;
}

/** Saves technology facts as a new version with its difference, and the particulars of the dossier. */
@Injectable()
export class ChangeFacts {
  constructor(
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(LawRegistry) private readonly law: LawRegistry,
    @Inject(HoldingReplies) private readonly holding: HoldingReplies,
  ) {}

  /**
   * Replaces sections of the facts. @throws Refusal `facts_not_editable`, `malformed_request` and `impossible_value`
   * with a pointer per field, `source_missing`, `acceptance_not_yours`, `unknown_document`, `confirmations_not_facts`;
   * for particulars those of `changeParticulars`
   */
  run(actor: Actor, request: FactsChangeRequest): Promise<FactsChanged> {
    const { sections, particulars, ...rest } = request;
    const act = { ...rest, action: 'change_facts' as const, body: { sections, particulars }, dryRun: false };
    return this.acts.run(actor, act, async (tx, { row: before, ...view }) => {
      const firstDay = this.law.firstDayOf(before.procedureId);
      const row = particulars
        ? await watchingConflicts(tx, before, () =>
            changeParticulars(tx, { row: before, ...view }, particulars, firstDay),
          )
        : before;
      if (sections === undefined) return unchangedFacts(tx, row);
      const opened = { row, ...view };
      const authorship = authorshipOf(opened.row.status, opened.row.onBehalf, opened.relations);
      if (authorship === null) throw new Refusal('facts_not_editable', { status: opened.row.status });
      const lawSet = await this.law.governing(tx, opened.row, civilDateOf(tx.at));
      const saved = await save(tx, { ...opened, lawSet }, wellFormed(sections, tx), authorship);
      await this.holding.follow(tx, { ...opened.row, factsVersion: saved.factsVersion });
      return saved;
    });
  }
}

/** The sections as facts, by their shape. @throws Refusal `confirmations_not_facts`, `malformed_request` */
function wellFormed(sections: unknown, { at }: Pick<Tx, 'at'>): TechnologyFacts {
  if (typeof sections === 'object' && sections !== null && 'confirmations' in sections)
    throw new Refusal('confirmations_not_facts');
  const shape = factsFaults(sections, { currentYear: yearOf(civilDateOf(at)) }).filter(
    ({ kind }) => kind === 'shape',
  );
  if (shape.length > 0) throw new Refusal('malformed_request', { errors: located(shape) });
  return sections as TechnologyFacts;
}

/** The facts as they will be must be possible as a whole: one section may refer to another that was saved before. */
function refuseImpossible(before: TechnologyFacts, facts: TechnologyFacts, { at }: Pick<Tx, 'at'>): void {
  const today = civilDateOf(at);
  const faults = faultsBrought(factsFaults(facts, { currentYear: yearOf(today), today }), before);
  if (faults.length > 0) throw new Refusal('impossible_value', { errors: located(faults) });
}

const located = (faults: { pointer: string; code: string; message: string }[]) =>
  faults.slice(0, 100).map(({ pointer, code, message }) => ({ pointer: `/facts${pointer}`, code, message }));

async function save(
  tx: Tx,
  { row, lawSet }: OpenedDossier & { lawSet: LawSet },
  sections: TechnologyFacts,
  authorship: FactsAuthorship,
): Promise<FactsChanged> {
  const before = await factsOf(tx, row.id, row.factsVersion);
  const together = mergedFacts(before, sections);
  refuseImpossible(before, together, tx);
  const merged = normaliseFacts(together);
  if (claimsAcceptance(before, merged)) throw new Refusal('acceptance_not_yours');
  await requireDocuments(tx, row.id, documentsNamed(merged));
  const underAppraisal = authorship === 'agency' && row.acceptedOn !== null;
  const sourced = underAppraisal ? merged : withoutOutdatedSources(before, merged);
  const facts = withEntrant(withAcceptances(before, sourced), before, authorship, tx.actor.id);
  const missing = underAppraisal ? unsourced(factsDifference(before, facts), facts) : [];
  if (missing.length > 0) throw new Refusal('source_missing', { paths: missing.slice(0, 100) });
  const saved = await saveFacts(tx, row, facts, authorship === 'agency', triggerPatch(row, facts, lawSet));
  await logChange(tx, saved.row, saved.changes, authorship);
  await reopenMatches(tx, row, renamedLines(before, facts));
  return {
    id: row.id,
    revision: saved.row.revision,
    factsVersion: saved.row.factsVersion,
    changes: saved.changes,
    facts,
  };
}

async function unchangedFacts(tx: Tx, { id, revision, factsVersion }: DossierRow): Promise<FactsChanged> {
  return { id, revision, factsVersion, changes: [], facts: await factsOf(tx, id, factsVersion) };
}

/** Before acceptance the facts alone say why the technology is looked at; the checklist and the clocks ask for it. */
function triggerPatch(row: DossierRow, facts: TechnologyFacts, lawSet: LawSet): { trigger?: string } {
  const trigger = triggerOf(facts, [], row.procedureId, lawSet);
  return row.acceptedOn !== null || trigger === row.trigger ? {} : { trigger };
}

/** Sources that are new or changed carry who entered them. */
function withEntrant(
  facts: TechnologyFacts,
  before: TechnologyFacts,
  authorship: FactsAuthorship,
  actorId: string,
): TechnologyFacts {
  if (!facts.sources || authorship === 'owner') return facts;
  const entries = Object.entries(facts.sources).map(([path, source]) => {
    const earlier = before.sources?.[path];
    const unchanged =
      earlier?.documentId === source.documentId &&
      earlier.page === source.page &&
      earlier.cell === source.cell;
    return [path, { ...source, enteredBy: unchanged ? (earlier.enteredBy ?? actorId) : actorId }] as const;
  });
  return { ...facts, sources: Object.fromEntries(entries) };
}

/** A technology with another name is another technology: what was decided about its list matches is open again. */
async function reopenMatches(tx: Tx, row: DossierRow, lineIds: string[]): Promise<void> {
  for (const { id, list, code, lineId } of await reopenConfirmations(tx, row.id, lineIds))
    await appendAudit(tx, {
      chainId: row.id,
      actorRole: actingRoleOf(tx.actor),
      action: 'match.reopened',
      subject: { kind: 'list_decision', id },
      facts: { list, code, lineId },
    });
}

async function logChange(
  tx: Tx,
  row: DossierRow,
  changes: FactChange[],
  authorship: FactsAuthorship,
): Promise<void> {
  if (changes.length === 0) return;
  await appendAudit(tx, {
    chainId: row.id,
    actorRole: actingRoleOf(tx.actor),
    action: 'facts.changed',
    subject: { kind: 'dossier', id: row.id },
    facts: { factsVersion: row.factsVersion, changes: changes.length, authorship },
    payload: { changes },
  });
}
