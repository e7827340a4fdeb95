import { Inject, Injectable } from '@nestjs/common';
import { DossierActs } from '#dossiers';
import { type Actor, hasRole, Refusal } from '#kernel';
import { CASEWORK_SETTINGS, type CaseworkSettings } from '../casework-settings.js';
import { logSecret } from './tracking-secret.log.js';
import { renewSecret } from './tracking-secret.store.js';
import { trackingSecret } from './tracking-secret.js';

/** A renewed secret, as the clerk hands it out; the log and the stored answer hold its version only. */
export interface RenewedSecret {
  fileCode: string;
  version: number;
  secret: string;
  address: string;
}

/** A clerk gives a dossier a new tracking secret: the old one was lost, or fell into other hands. */
@Injectable()
export class RenewTrackingSecret {
  constructor(
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(CASEWORK_SETTINGS) private readonly settings: CaseworkSettings,
  ) {}

  /** @throws Refusal `not_found`, `forbidden`, `tracking_before_acceptance` */
  async run(
    actor: Actor,
    request: { dossierId: string; reason: string; idempotencyKey: string | null; dryRun: boolean },
  ): Promise<RenewedSecret> {
    const { dossierId, reason, idempotencyKey, dryRun } = request;
    const { tracking } = this.settings;
    if (tracking === undefined) throw new Error('secrets are renewed by the API, which holds their key');
    const act = { dossierId, action: 'renew_tracking_secret', body: { reason }, idempotencyKey, dryRun };
    const renewed = await this.acts.run(actor, { ...act, expectedRevision: null }, async (tx, { row }) => {
      if (!hasRole(actor, 'clerk')) throw new Refusal('forbidden');
      if (row.fileCode === null) throw new Refusal('tracking_before_acceptance');
      const { version } = await renewSecret(tx, row.id, tracking.key);
      await logSecret(tx, row.id, 'tracking_secret.renewed', version, reason);
      return { fileCode: row.fileCode, version };
    });
    const secret = trackingSecret(tracking.key, dossierId, renewed.version);
    return { ...renewed, secret, address: tracking.address };
  }
}
