import { Inject, Injectable } from '@nestjs/common';
import { type LetterSigner } from '#contracts';
import { type Tx } from '#database';
import { DOCUMENT_STORE, type DocumentStore } from '#documents';
import { DossierActs, LawRegistry, type OpenedDossier, writeDossier } from '#dossiers';
import { type Actor, civilDate, civilDateOf, hasRole, Refusal } from '#kernel';
import { issueLetter, type Letter, letterById } from '#letters';
import { dueOnOf, endClocks } from '../clocks/clock-writer.js';

export interface IssueLetterRequest {
  letterId: string;
  /** Who signed; the department's leader for decisions and intended refusals. */
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
}

/** Numbers, prints and issues a drafted letter; the letter of decision fulfils the reply clocks. */
@Injectable()
export class IssueLetter {
  constructor(
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(LawRegistry) private readonly law: LawRegistry,
    @Inject(DOCUMENT_STORE) private readonly store: DocumentStore,
  ) {}

  /** @throws Refusal `not_found`, `forbidden`, `letter_already_issued`, `letter_void`, `letter_incomplete`, `letter_date_impossible` */
  async run(actor: Actor, dossierId: string, request: IssueLetterRequest): Promise<LetterIssued> {
    const { letterId, signedBy, issuedOn, revision, idempotencyKey, dryRun } = request;
    const body = { letterId, signedBy, issuedOn, revision };
    const act = { dossierId, action: 'issue_letter', body, idempotencyKey, expectedRevision: null, dryRun };
    return this.acts.run(actor, act, async (tx, opened) => {
      if (!hasRole(actor, 'clerk')) throw new Refusal('forbidden');
      await this.requireOwn(tx, dossierId, letterId);
      const letter = await issueLetter(tx, {
        letterId,
        signedBy,
        issuedOn: civilDate(issuedOn ?? civilDateOf(tx.at)),
        store: this.store,
        actorRole: 'clerk',
        ...(revision === undefined ? {} : { revision }),
      });
      return this.settled(tx, opened, letter);
    });
  }

  private async requireOwn(tx: Tx, dossierId: string, letterId: string): Promise<void> {
    const letter = await letterById(tx, letterId);
    if (letter.dossierId !== dossierId) throw new Refusal('not_found');
  }

  /** A reply clock is fulfilled when the letter is issued, not when somebody approves. */
  private async settled(tx: Tx, { row }: OpenedDossier, letter: Letter): Promise<LetterIssued> {
    if (letter.kind !== 'decision') return { letter, dossierRevision: row.revision, dueOn: row.dueOn };
    const today = civilDateOf(tx.at);
    const lawSet = await this.law.governing(tx, row, today);
    const context = { dossier: row, lawSet, calendar: this.law.calendarOf(lawSet), today };
    await endClocks(
      tx,
      context,
      'fulfilled',
      ({ purpose }) => purpose === 'reply' || purpose === 'internal_target',
    );
    const written = await writeDossier(tx, row, { dueOn: await dueOnOf(tx, row.id) });
    return { letter, dossierRevision: written.revision, dueOn: written.dueOn };
  }
}
