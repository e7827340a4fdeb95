import { type DossierActName } from '#contracts';
import { type ActRequest } from '#dossiers';

/** What every act on a row of a dossier comes with, besides its own body. */
export type ActCall = Pick<ActRequest, 'dossierId' | 'idempotencyKey' | 'dryRun'>;

/** The request of an act; rows of a dossier do not raise its revision, so none is expected. */
export const actRequest = (call: ActCall, action: DossierActName, body: unknown): ActRequest => ({
  ...call,
  action,
  body,
  expectedRevision: null,
});
