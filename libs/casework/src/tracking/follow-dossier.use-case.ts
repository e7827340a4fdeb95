import { Inject, Injectable, Logger } from '@nestjs/common';
import { type Tx, UnitOfWork } from '#database';
import { LawRegistry, readDossier } from '#dossiers';
import { countAttempt, forgiveTracking, networkOf } from '#identity';
import { civilDateOf, Refusal } from '#kernel';
import { aboutDossier } from '#observability';
import { PUBLIC_ACTOR } from '../public/public-actor.js';
import { type PublicTracking, publicTracking } from './public-tracking.query.js';
import { fitsDigest } from './tracking-secret.js';

/** Stands in for a code that nobody has, so that a wrong code costs what a wrong secret costs. */
const NOBODY = { id: '00000000-0000-0000-0000-000000000000', digest: '0'.repeat(64) };

/** Shows a dossier to whoever holds its code and tracking secret, signed in or not. */
@Injectable()
export class FollowDossier {
  private readonly logger = new Logger(FollowDossier.name);

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(LawRegistry) private readonly law: LawRegistry,
  ) {}

  /**
   * The public state of a dossier. A wrong code and a wrong secret are one answer after the same statements.
   * @throws Refusal `tracking_unknown`, `tracking_held_off`
   */
  async run(typed: { fileCode: string; secret: string }, address: string): Promise<PublicTracking> {
    const fileCode = typed.fileCode.trim().toUpperCase();
    const network = networkOf(address);
    await this.admit('tracking_address', network);
    await this.admit('tracking_code', fileCode);
    const seen = await this.unitOfWork.read(PUBLIC_ACTOR, (tx) => this.opened(tx, fileCode, typed.secret));
    if (seen === null) {
      this.logger.warn({ msg: 'tracking refused' });
      throw new Refusal('tracking_unknown');
    }
    await this.unitOfWork.run(PUBLIC_ACTOR, (tx) => forgiveTracking(tx, fileCode, network));
    return seen;
  }

  private async opened(tx: Tx, fileCode: string, secret: string): Promise<PublicTracking | null> {
    const stored = await tx.one<{ id: string; digest: string }>(
      `SELECT d.id, t.digest FROM dossier d JOIN tracking_secret t ON t.dossier_id = d.id
        WHERE d.file_code = $1`,
      [fileCode],
    );
    const asked = stored ?? NOBODY;
    if (stored !== null) aboutDossier(stored.id);
    if (!fitsDigest(asked.id, secret, asked.digest)) return null;
    const row = await readDossier(tx, asked.id);
    if (row === null) return null;
    return publicTracking(tx, row, await this.law.governing(tx, row, civilDateOf(tx.at)));
  }

  /** Counts the guess before it is judged. @throws Refusal `tracking_held_off` */
  private async admit(kind: 'tracking_address' | 'tracking_code', subject: string): Promise<void> {
    const retryAfterSeconds = await this.unitOfWork.run(PUBLIC_ACTOR, (tx) =>
      countAttempt(tx, kind, subject),
    );
    if (retryAfterSeconds > 0) throw new Refusal('tracking_held_off', { retryAfterSeconds });
  }
}
