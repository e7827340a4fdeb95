import { Inject, Injectable } from '@nestjs/common';
import { type Status } from '#contracts';
import { type Tx } from '#database';
import { DossierActs, isOfTheHouse, LawRegistry, procedureOf } from '#dossiers';
import { type SubstituteAuthority, substituteAuthorityOf } from '#identity';
import { civilDateOf, hasRole, Refusal } from '#kernel';
import {
  RULED_OUT_REASONS,
  type RoundStep,
  type RuledOutReason,
  type StepFault,
  type StepPeople,
  whoMayAct,
} from '#workflow';
import { loadCaseFacts } from '../facts/case-facts.loader.js';

interface Named {
  id: string;
  name: string;
}
export interface StepStaffing {
  step: RoundStep;
  people: Named[];
  /** Those who cannot, with the reason; for heads, leaders and auditors only. */
  ruledOut: (Named & { reason: RuledOutReason })[] | null;
  ruledOutCounts: Record<RuledOutReason, number>;
  fault: StepFault | null;
}
export interface DossierStaffing {
  status: Status;
  /** Whether different people exist for every step that is left of this round. */
  feasible: boolean;
  /** Whether the authority can decide at all, if need be after another conclusion; if not, the dossier is returned. */
  competent: boolean;
  steps: StepStaffing[];
  substituteAuthority: SubstituteAuthority | null;
}

/** Who may still conclude, endorse and decide on a dossier, and why the others may not. */
@Injectable()
export class WhoMayActQuery {
  constructor(
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(LawRegistry) private readonly law: LawRegistry,
  ) {}

  /** @throws Refusal `not_found`; `forbidden` outside the house */
  async of(tx: Tx, dossierId: string): Promise<DossierStaffing> {
    const opened = await this.acts.open(tx, dossierId);
    if (!isOfTheHouse(tx.actor)) throw new Refusal('forbidden');
    const today = civilDateOf(tx.at);
    const lawSet = await this.law.governing(tx, opened.row, opened.row.receivedOn ?? today);
    const calendar = this.law.calendarOf(lawSet);
    const facts = await loadCaseFacts(tx, { opened, lawSet, calendar, today });
    const { steps, feasible, competent } = whoMayAct(procedureOf(lawSet), facts);
    const names = await namesOf(tx, opened.row.authorityId);
    const mayKnow = hasRole(tx.actor, 'head', 'leader', 'auditor');
    return {
      status: opened.row.status,
      feasible,
      competent,
      steps: steps.map((step) => named(step, names, mayKnow)),
      substituteAuthority: await substituteAuthorityOf(tx, opened.row.authorityId),
    };
  }
}

/** Who is in conflict is for those who assign, decide or audit; everybody else sees how many. */
function named(
  { step, people, ruledOut, fault }: StepPeople,
  names: ReadonlyMap<string, string>,
  mayKnow: boolean,
): StepStaffing {
  const nameOf = (id: string) => ({ id, name: names.get(id) ?? '' });
  const countOf = (reason: RuledOutReason) => ruledOut.filter((out) => out.reason === reason).length;
  return {
    step,
    people: people.map(nameOf),
    ruledOut: mayKnow ? ruledOut.map(({ id, reason }) => ({ ...nameOf(id), reason })) : null,
    ruledOutCounts: Object.fromEntries(
      RULED_OUT_REASONS.map((reason) => [reason, countOf(reason)]),
    ) as Record<RuledOutReason, number>,
    fault,
  };
}

async function namesOf(tx: Tx, authorityId: string): Promise<Map<string, string>> {
  const rows = await tx.query<Named>(
    'SELECT id, display_name AS name FROM app_user WHERE authority_id = $1',
    [authorityId],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
