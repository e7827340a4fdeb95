import { Inject, Injectable } from '@nestjs/common';
import { isDecisionLetter, type LetterSigner } from '#contracts';
import { type Tx } from '#database';
import { DOCUMENT_STORE, type DocumentStore } from '#documents';
import { DossierActs, LawRegistry, type OpenedDossier, writeDossier } from '#dossiers';
import { type Actor, civilDate, civilDateOf, hasRole, Refusal } from '#kernel';
import { type ClockPurpose } from '#law';
import { type IssuedLetter, issueLetter, type Letter, letterById } from '#letters';
import { CASEWORK_SETTINGS, type CaseworkSettings } from '../casework-settings.js';
import { imposeConditions } from '../conditions/impose-conditions.js';
import { settleEarlierLetters } from '../rounds/settle-earlier-letter.js';
import { clockContextOf } from '../clocks/clock-context.js';
import { dueOnOf, endClocks } from '../clocks/clock-writer.js';
import { councilSigner, settleCouncil } from '../councils/issue-council-letter.js';
import { HoldingReplies } from '../holding/holding-replies.js';
import { consultationSent } from '../consultations/consultation-sent.js';
import { logSecret } from '../tracking/tracking-secret.log.js';
import { ensureSecret } from '../tracking/tracking-secret.store.js';
import { tellOfLetter } from './letter-news.js';

export interface IssueLetterRequest {
  letterId: string;
  /** Who signed; a decision is signed by the person who decided. */
  signedBy: LetterSigner;
  /** Day on the letter; today when not given. */
  issuedOn?: string;
  /** The revision of the draft that was signed. */
  revision?: number;
  idempotencyKey: string | null;
  dryRun: boolean;
}
export interface LetterIssued {
  letter: Letter;
  dossierRevision: number;
  dueOn: string | null;
  /** Characters of the letter that its font lacks: each is printed as `[?]`. */
  unprintable: number;
}

/** Numbers, prints and issues a drafted letter; the letter of decision fulfils the reply clocks. */
@Injectable()
export class IssueLetter {
  constructor(
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(LawRegistry) private readonly law: LawRegistry,
    @Inject(DOCUMENT_STORE) private readonly store: DocumentStore,
    @Inject(HoldingReplies) private readonly holding: HoldingReplies,
    @Inject(CASEWORK_SETTINGS) private readonly settings: CaseworkSettings,
  ) {}

  /**
   * @throws Refusal `not_found`, `forbidden`, `letter_already_issued`, `letter_void`, `letter_incomplete`,
   * `letter_date_impossible`, `signer_is_not_decider`; for a holding reply and a council's decision
   * `signer_is_not_leader`; `decision_letter_drafted`, `holding_reply_outdated`; `minutes_out_of_date`
   */
  async run(actor: Actor, dossierId: string, request: IssueLetterRequest): Promise<LetterIssued> {
    const { letterId, signedBy, issuedOn, revision, idempotencyKey, dryRun } = request;
    const body = { letterId, signedBy, issuedOn, revision };
    const act = {
      dossierId,
      action: 'issue_letter' as const,
      body,
      idempotencyKey,
      expectedRevision: null,
      dryRun,
    };
    return this.acts.run(actor, act, async (tx, opened) => {
      if (!hasRole(actor, 'clerk')) throw new Refusal('forbidden');
      const draft = await this.requireOwn(tx, dossierId, letterId);
      const decider = (await deciderOf(tx, draft)) ?? (await councilSigner(tx, opened.row, draft, signedBy));
      if (draft.kind === 'holding_reply')
        await this.holding.assertIssuable(tx, opened.row, draft, signedBy.name);
      const issued = await issueLetter(tx, {
        letterId,
        signedBy,
        issuedOn: civilDate(issuedOn ?? civilDateOf(tx.at)),
        store: this.store,
        actorRole: 'clerk',
        rehearsed: dryRun,
        ...(await secretOn(tx, draft, this.settings)),
        ...(decider === null ? {} : { onlySigner: decider }),
        ...(revision === undefined ? {} : { revision }),
      });
      await settleCouncil(tx, opened.row, issued.letter);
      await tellOfLetter(tx, opened.row, issued.letter);
      return this.settled(tx, opened, issued);
    });
  }

  private async requireOwn(tx: Tx, dossierId: string, letterId: string): Promise<Letter> {
    const letter = await letterById(tx, letterId);
    if (letter.dossierId !== dossierId) throw new Refusal('not_found');
    return letter;
  }

  /** A reply clock is fulfilled when the letter is issued, not when somebody approves; a question is asked then, too. */
  private async settled(tx: Tx, { row }: OpenedDossier, issued: IssuedLetter): Promise<LetterIssued> {
    const { letter } = issued;
    const isQuestion = letter.kind === 'consultation_request';
    if (letter.kind === 'recall_notice') await settleEarlierLetters(tx, row, letter);
    if (!isDecisionLetter(letter.kind) && !isQuestion)
      return { ...issued, dossierRevision: row.revision, dueOn: row.dueOn };
    const context = await clockContextOf(tx, this.law, row);
    if (isQuestion) await consultationSent(tx, context, letter);
    else {
      await endClocks(tx, context, 'fulfilled', ({ purpose }) => OURS.includes(purpose));
      await this.holding.discard(tx, row.id);
      await settleEarlierLetters(tx, row, letter);
      await imposeConditions(tx, row, letter);
    }
    const written = await writeDossier(tx, row, { dueOn: await dueOnOf(tx, row.id) });
    return { ...issued, dossierRevision: written.revision, dueOn: written.dueOn };
  }
}

/** The tracking secret that a receipt prints; dossiers of before there were secrets get theirs here. */
async function secretOn(
  tx: Tx,
  { kind, dossierId }: Letter,
  { tracking }: CaseworkSettings,
): Promise<{ trackingSecret?: string }> {
  if (kind !== 'receipt' || tracking === undefined) return {};
  const { secret, version, made } = await ensureSecret(tx, dossierId, tracking.key);
  if (made) await logSecret(tx, dossierId, 'tracking_secret.made', version);
  return { trackingSecret: secret };
}

/** What the department owes until its decision has left. */
const OURS: readonly ClockPurpose[] = ['reply', 'own_step', 'internal_target', 'new_round'];

/** Name of the person who decided the round of a letter of decision; null for other letters. */
async function deciderOf(tx: Tx, { dossierId, kind, round }: Letter): Promise<string | null> {
  if (!isDecisionLetter(kind) && kind !== 'recall_notice') return null;
  const row = await tx.one<{ name: string }>(
    `SELECT u.display_name AS name FROM decision d JOIN app_user u ON u.id = d.decided_by
      WHERE d.dossier_id = $1 AND d.round = $2`,
    [dossierId, round],
  );
  return row?.name ?? null;
}
