import { Inject, Injectable } from '@nestjs/common';
import {
  type ActCall,
  actRequest,
  type CompositionRemark,
  compositionRemarks,
  type Council,
  councilMembers,
  councilOfRound,
  currentChoice,
  insertCouncil,
  isOpenCouncil,
  requireComposition,
  requirePlace,
  type SeatDraft,
} from '#appraisal';
import { type Status } from '#contracts';
import { type Tx } from '#database';
import { DossierActs, type DossierRow, LawRegistry } from '#dossiers';
import { type Actor, civilDateOf, Refusal } from '#kernel';
import { type CouncilRules, type FromPack } from '#law';
import { CASEWORK_SETTINGS, type CaseworkSettings } from '../casework-settings.js';
import { logCouncil, tellMembers } from './council-log.js';
import { type CouncilOffice, draftDecision } from './council-papers.js';
import { releaseSeats, seatMember } from './seat-member.js';

/** A council works while the dossier is being looked at: accepted, and not yet concluded. */
export const COUNCIL_WORK = [
  'accepted',
  'screened',
  'under_review',
  'clarification_requested',
  'refusal_notified',
] as const satisfies readonly Status[];

export interface CouncilDraft {
  /** The name from the rules when not given. */
  name?: string | undefined;
  /** What the decision rests on besides the law: `Xét đề nghị của …`. */
  decidedBasis?: string | undefined;
  members: SeatDraft[];
  /** Until when the invited people answer. */
  dueOn?: string | undefined;
}
export interface CouncilAnswer {
  councilId: string;
  status: Council['status'];
  decisionLetterId: string;
  /** What is unusual about the composition; nothing in it refuses. */
  remarks: CompositionRemark[];
}

/** A head or a leader establishes the council of a round. */
@Injectable()
export class EstablishCouncil {
  private readonly office: CouncilOffice;

  constructor(
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(LawRegistry) law: LawRegistry,
    @Inject(CASEWORK_SETTINGS) settings: CaseworkSettings,
  ) {
    this.office = { law, settings };
  }

  /**
   * Establishes a council, invites its members and drafts the decision for a leader's signature.
   * @throws Refusal `command_not_for_you`, `command_not_permitted_now`, `council_not_chosen`, `council_still_open`,
   * `council_over`, `council_rules_not_loaded`, `council_seats_wrong`, `council_too_small`, `council_seat_unsuitable`, those
   * of `assignPerson` and of `DossierActs.run`.
   */
  run(actor: Actor, call: ActCall, draft: CouncilDraft): Promise<CouncilAnswer> {
    return this.acts.run(actor, actRequest(call, 'establish_council', draft), async (tx, opened) => {
      requirePlace(tx, opened, ['head', 'leader'], COUNCIL_WORK);
      const { row } = opened;
      await requireRoom(tx, row);
      const rules = await this.rulesOf(tx, row);
      requireComposition(draft.members, rules);
      await releaseSeats(tx, row);
      const council = await insertCouncil(tx, row, {
        name: draft.name?.trim() || rules.title.vi,
        decidedBasis: draft.decidedBasis?.trim() || null,
        rules,
      });
      for (const seat of draft.members) await seatMember(tx, row, council, { ...seat, dueOn: draft.dueOn });
      return this.established(tx, row, council);
    });
  }

  /** @throws Refusal `council_rules_not_loaded` where the pinned law has none. */
  private async rulesOf(tx: Tx, row: DossierRow): Promise<FromPack<CouncilRules>> {
    const lawSet = await this.office.law.governing(tx, row, civilDateOf(tx.at));
    // A set that was stored before packs held council rules has no such part.
    const rules = (lawSet as Partial<typeof lawSet>).councils?.[0];
    if (!rules) throw new Refusal('council_rules_not_loaded', { procedureId: row.procedureId });
    return rules;
  }

  private async established(tx: Tx, row: DossierRow, council: Council): Promise<CouncilAnswer> {
    const members = await councilMembers(tx, council);
    const decisionLetterId = await draftDecision(tx, row, council, members, this.office);
    await logCouncil(
      tx,
      row,
      'established',
      { kind: 'council', id: council.id },
      { round: row.round, members: members.length, rulesPack: council.rules.packId },
      { name: council.name, members: members.map(({ userId, seat }) => ({ userId, seat })) },
    );
    await tellMembers(tx, row, 'council.invited', members);
    const remarks = compositionRemarks(members, council.rules.advice);
    return { councilId: council.id, status: council.status, decisionLetterId, remarks };
  }
}

/** @throws Refusal `council_not_chosen`, `council_still_open`, `council_over` */
async function requireRoom(tx: Tx, row: DossierRow): Promise<void> {
  const choice = await currentChoice(tx, row);
  if (choice?.form !== 'council')
    throw new Refusal('council_not_chosen', { form: choice?.form ?? null, round: row.round });
  const council = await councilOfRound(tx, row);
  if (council && isOpenCouncil(council)) throw new Refusal('council_still_open', { councilId: council.id });
  if (council?.status === 'concluded') throw new Refusal('council_over', { status: council.status });
}
