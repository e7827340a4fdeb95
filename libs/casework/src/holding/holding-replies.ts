import { Inject, Injectable } from '@nestjs/common';
import { isClosed, isDecided, type HoldingReplyData } from '#contracts';
import { type Tx, UnitOfWork } from '#database';
import { type DossierRow, LawRegistry, lockDossier, readDossier } from '#dossiers';
import { type Actor, digestOf, Refusal, systemActor } from '#kernel';
import { discardDraft, draftLetter, isSameName, type Letter, letterData, redraftLetter } from '#letters';
import { notifyPeople, recipients } from '#notifications';
import { CASEWORK_SETTINGS, type CaseworkSettings } from '../casework-settings.js';
import { type NoteFailure } from '../clocks/alarm-failure.js';
import { type ClockRow, clocksOf, isOpen } from '../clocks/clock.row.js';
import { loadHoldingReply } from './holding-reply.loader.js';
import {
  dossiersWithDraft,
  type HoldingReply,
  holdingRepliesOf,
  isDecisionDrafted,
  isHoldingReplyDue,
  keepHoldingReply,
} from './holding-reply.store.js';

/** What became of a holding reply. */
export interface HoldingReplyOutcome {
  letterId: string;
  outcome: 'drafted' | 'redrafted' | 'unchanged';
}

/** Keeps one signable holding reply per reply clock true until it is issued or not needed any more. */
@Injectable()
export class HoldingReplies {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(LawRegistry) private readonly law: LawRegistry,
    @Inject(CASEWORK_SETTINGS) private readonly settings: CaseworkSettings,
  ) {}

  /**
   * Brings the holding reply of a locked dossier up to date: drafts it once 75 % of a reply clock has gone, redrafts it
   * when it would say something else now, throws it away when the dossier has ended. `clocks`: those of the dossier as
   * they are, where they were read already.
   */
  async follow(tx: Tx, row: DossierRow, clocks?: readonly ClockRow[]): Promise<void> {
    if (isClosed(row.status) && !isDecided(row.status)) return this.discard(tx, row.id);
    if (isDecided(row.status)) return;
    const [replies, drafted, known] = await Promise.all([
      holdingRepliesOf(tx, row.id),
      isDecisionDrafted(tx, row.id),
      clocks ?? clocksOf(tx, row.id),
    ]);
    const clock = drafted ? null : await clockInNeed(tx, openReplyClocks(known), replies);
    if (clock) await this.draft(tx, row, clock);
  }

  /** Throws the draft of a dossier away: its decision has left the house, or it has ended. */
  async discard(tx: Tx, dossierId: string): Promise<void> {
    for (const { letterId, status, revision } of await holdingRepliesOf(tx, dossierId))
      if (status === 'draft') await discardDraft(tx, { letterId, revision });
  }

  /**
   * Drafts or refreshes the holding reply of a locked dossier because a person asks for it.
   * @throws Refusal `holding_reply_no_clock`, `holding_reply_clock_stopped`, `decision_letter_drafted`,
   * `holding_reply_already_issued`
   */
  async ask(tx: Tx, row: DossierRow): Promise<HoldingReplyOutcome> {
    if (await isDecisionDrafted(tx, row.id)) throw new Refusal('decision_letter_drafted');
    const clocks = openReplyClocks(await clocksOf(tx, row.id));
    const [clock] = clocks.filter(({ state }) => state !== 'stopped');
    if (!clock)
      throw new Refusal(clocks.length > 0 ? 'holding_reply_clock_stopped' : 'holding_reply_no_clock');
    const own = (await holdingRepliesOf(tx, row.id)).find(({ clockId }) => clockId === clock.id);
    if (own?.status === 'issued')
      throw new Refusal('holding_reply_already_issued', { letterId: own.letterId, issuedOn: own.issuedOn });
    return this.draft(tx, row, clock);
  }

  /**
   * Whether a drafted holding reply may leave with this signature: a leader signs, it says what is so now, and no
   * decision lies ready. @throws Refusal `decision_letter_drafted`, `signer_is_not_leader`, `holding_reply_outdated`
   */
  async assertIssuable(tx: Tx, row: DossierRow, { id, status }: Letter, signer: string): Promise<void> {
    if (status !== 'draft') return;
    if (await isDecisionDrafted(tx, row.id)) throw new Refusal('decision_letter_drafted');
    const leaders = await recipients(tx, row, 'leader');
    if (!leaders.some(({ name }) => isSameName(name, signer)))
      throw new Refusal('signer_is_not_leader', { signer });
    const now = await this.contentNow(tx, row, id);
    if (now === null || !(await says(tx, id, now)))
      throw new Refusal('holding_reply_outdated', { letterId: id });
  }

  /** What the holding reply of a draft would say now. */
  private async contentNow(tx: Tx, row: DossierRow, letterId: string): Promise<HoldingReplyData | null> {
    const own = (await holdingRepliesOf(tx, row.id)).find((reply) => reply.letterId === letterId);
    const clock = own && (await clocksOf(tx, row.id)).find(({ id }) => id === own.clockId);
    return clock ? loadHoldingReply(tx, this.sources(), row, clock) : null;
  }

  /** Redrafts those that an act of another kind has overtaken. One that fails is told, holds up no other and comes again. */
  async refresh(authorityId: string, failed: NoteFailure): Promise<{ refreshed: number; failed: number }> {
    const actor = systemActor(authorityId);
    const drafts = await this.unitOfWork.read(actor, dossiersWithDraft);
    const round = { refreshed: 0, failed: 0 };
    for (const { id, authorityId: own } of drafts)
      await this.refreshOne({ ...actor, authorityId: own }, id).then(
        (count) => (round.refreshed += count),
        (error: unknown) => {
          round.failed += 1;
          failed({ dossierId: id, kind: 'holding_reply' }, error);
        },
      );
    return round;
  }

  private async refreshOne(actor: Actor, dossierId: string): Promise<0 | 1> {
    const stale = await this.unitOfWork.read(actor, async (tx) => {
      const row = await readDossier(tx, dossierId);
      const draft = (await holdingRepliesOf(tx, dossierId)).find(({ status }) => status === 'draft');
      if (!row || !draft || isDecided(row.status)) return false;
      const now = await this.contentNow(tx, row, draft.letterId);
      return now !== null && !(await says(tx, draft.letterId, now));
    });
    if (!stale) return 0;
    await this.unitOfWork.run(actor, async (tx) => {
      const row = await lockDossier(tx, dossierId);
      if (row) await this.follow(tx, row);
    });
    return 1;
  }

  private async draft(tx: Tx, row: DossierRow, clock: ClockRow): Promise<HoldingReplyOutcome> {
    const data = await loadHoldingReply(tx, this.sources(), row, clock);
    const replies = await holdingRepliesOf(tx, row.id);
    const draft = replies.find(({ status }) => status === 'draft');
    return draft ? redraft(tx, draft, clock, data) : this.first(tx, row, clock, data);
  }

  private async first(
    tx: Tx,
    row: DossierRow,
    clock: ClockRow,
    data: HoldingReplyData,
  ): Promise<HoldingReplyOutcome> {
    const letter = await draftLetter(tx, {
      dossierId: row.id,
      kind: 'holding_reply',
      round: row.round,
      data,
    });
    await keepHoldingReply(tx, clock.id, letter.id);
    await tellOfDraft(tx, row, clock);
    return { letterId: letter.id, outcome: 'drafted' };
  }

  private sources() {
    return { law: this.law, settings: this.settings };
  }
}

/** The open clocks within which the department owes a reply, the earliest date first. */
function openReplyClocks(clocks: readonly ClockRow[]): ClockRow[] {
  const open = clocks.filter((clock) => isOpen(clock) && clock.purpose === 'reply');
  return open.sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'));
}

/** The earliest of these clocks that has a draft, or that runs and has used 75 % of its time and none yet. */
async function clockInNeed(
  tx: Tx,
  clocks: readonly ClockRow[],
  replies: readonly HoldingReply[],
): Promise<ClockRow | null> {
  for (const clock of clocks) {
    const own = replies.find(({ clockId }) => clockId === clock.id);
    if (own?.status === 'draft') return clock;
    const isDue =
      clock.state === 'running' && own?.status !== 'issued' && (await isHoldingReplyDue(tx, clock.id));
    if (isDue) return clock;
  }
  return null;
}

/** Whether a draft says what it should say. */
const says = async (tx: Tx, letterId: string, data: HoldingReplyData): Promise<boolean> =>
  digestOf(await letterData(tx, letterId)) === digestOf(kept(data));
/** As it comes back from the store: without the imprint that a draft has not. */
const kept = ({ imprint: _imprint, ...data }: HoldingReplyData) =>
  JSON.parse(JSON.stringify(data)) as unknown;

async function redraft(
  tx: Tx,
  draft: HoldingReply,
  clock: ClockRow,
  data: HoldingReplyData,
): Promise<HoldingReplyOutcome> {
  const { letterId, revision } = draft;
  if (await says(tx, letterId, data)) return { letterId, outcome: 'unchanged' };
  await redraftLetter(tx, { letterId, revision, data });
  if (draft.clockId !== clock.id) await keepHoldingReply(tx, clock.id, letterId);
  return { letterId, outcome: 'redrafted' };
}

/** Leaders sign it, the lead appraiser answers for what it says. */
async function tellOfDraft(tx: Tx, row: DossierRow, clock: ClockRow): Promise<void> {
  const people = [...(await recipients(tx, row, 'leader')), ...(await recipients(tx, row, 'lead_appraiser'))];
  await notifyPeople(tx, {
    dossierId: row.id,
    kind: 'holding_reply.drafted',
    params: { projectName: row.projectName, fileCode: row.fileCode ?? '', dueOn: clock.dueOn ?? '' },
    userIds: people.map(({ id }) => id),
  });
}
