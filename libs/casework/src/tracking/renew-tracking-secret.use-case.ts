import { Inject, Injectable } from '@nestjs/common';
import { type Tx } from '#database';
import { DossierActs, type DossierRow } from '#dossiers';
import { type Actor, hasRole, Refusal } from '#kernel';
import { notifyPeople, recipients } from '#notifications';
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
    const act = {
      dossierId,
      action: 'renew_tracking_secret' as const,
      body: { reason },
      idempotencyKey,
      dryRun,
    };
    const renewed = await this.acts.run(actor, { ...act, expectedRevision: null }, async (tx, { row }) => {
      if (!hasRole(actor, 'clerk')) throw new Refusal('forbidden');
      if (row.fileCode === null) throw new Refusal('tracking_before_acceptance');
      const { version } = await renewSecret(tx, row.id, tracking.key);
      await logSecret(tx, row.id, 'tracking_secret.renewed', version, reason);
      await tellOwner(tx, row, row.fileCode);
      return { fileCode: row.fileCode, version };
    });
    const secret = trackingSecret(tracking.key, dossierId, renewed.version);
    return { ...renewed, secret, address: tracking.address };
  }
}

/** Whoever owns the dossier hears that the secret on the receipt opens nothing any more, and who gives out the new one. */
async function tellOwner(tx: Tx, row: DossierRow, fileCode: string): Promise<void> {
  const owners = await recipients(tx, row, 'owner');
  await notifyPeople(tx, {
    dossierId: row.id,
    kind: 'tracking.renewed',
    params: { projectName: row.projectName, fileCode },
    userIds: owners.map(({ id }) => id),
  });
}
