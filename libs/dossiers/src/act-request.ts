import { type DossierActName } from '#contracts';
import { type Refusal } from '#kernel';
import { type Delivery, fingerprintOf, type Receipt } from './command-receipt.store.js';

/** One request to change something of a dossier. */
export interface ActRequest {
  dossierId: string;
  /** Name of the act, as it stands in the log when it is refused. */
  action: DossierActName;
  body: unknown;
  idempotencyKey: string | null;
  /** The revision that the actor saw; null where the act does not change the dossier row. */
  expectedRevision: number | null;
  dryRun: boolean;
  /** An answer to an invitation: the invited person acts before seeing the dossier. */
  asInvited?: boolean;
  /** An act that those may do who see the dossier only because their organisation is consulted. */
  asConsulted?: boolean;
}
/**
 * Who declares a conflict, declines or answers a consultation may see nothing of the dossier afterwards; the same delivery
 * is answered as before all the same: it holds what the person did, and nothing of the dossier.
 */
export const isAnswerOfLeaver = (request: ActRequest, delivery: Delivery, receipt: Receipt): boolean =>
  (request.asInvited === true || request.asConsulted === true) &&
  receipt.fingerprint === delivery.fingerprint;

/** A rehearsal asks only, and what nobody may see leaves no trace on the dossier's chain. */
export const isWorthLogging = (request: ActRequest, refusal: Refusal) =>
  !request.dryRun && refusal.code !== 'not_found';

export const deliveryOf = (
  request: Pick<ActRequest, 'body' | 'idempotencyKey' | 'dossierId'> & { action: string },
): Delivery | null =>
  request.idempotencyKey === null
    ? null
    : {
        key: request.idempotencyKey,
        fingerprint: fingerprintOf(request.action, request.dossierId, request.body),
      };
