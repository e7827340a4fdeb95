import { keyed } from '../../../api/act-headers.js';
import { answer, api } from '../../../api/client.js';
import { type Schema } from '../../../api/schema-names.js';

/** One sending of an act: the key under which it counts once, and whether it is only tried. */
export interface ActCall {
  key: string;
  dryRun: boolean;
}
/** Parameters of an act on a dossier. */
export const sent = (id: string, { key, dryRun }: ActCall) => ({
  path: { id },
  header: keyed(key),
  ...(dryRun && { query: { dryRun: 'true' as const } }),
});
const about = <Part extends object>(id: string, call: ActCall, part: Part) => {
  const { path, ...rest } = sent(id, call);
  return { ...rest, path: { ...path, ...part } };
};

/** The acts of appraisers on candidates, findings, annexes and evidence. Each throws ProblemError. */
export const acts = {
  decideMatch: (id: string, body: Schema<'DecideListMatchDto'>, call: ActCall) =>
    answer(api.POST('/api/v1/dossiers/{id}/matches', { params: sent(id, call), body })),
  secondMatch: (id: string, decisionId: string, call: ActCall) =>
    answer(
      api.POST('/api/v1/dossiers/{id}/matches/{decisionId}/second', {
        params: about(id, call, { decisionId }),
      }),
    ),
  withdrawMatch: (id: string, decisionId: string, body: Schema<'WithdrawMatchDto'>, call: ActCall) =>
    answer(
      api.POST('/api/v1/dossiers/{id}/matches/{decisionId}/withdrawal', {
        params: about(id, call, { decisionId }),
        body,
      }),
    ),
  secondWithdrawal: (id: string, decisionId: string, call: ActCall) =>
    answer(
      api.POST('/api/v1/dossiers/{id}/matches/{decisionId}/withdrawal/second', {
        params: about(id, call, { decisionId }),
      }),
    ),
  overturn: (id: string, body: Schema<'OverturnDto'>, call: ActCall) =>
    answer(api.POST('/api/v1/dossiers/{id}/overturns', { params: sent(id, call), body })),
  secondOverturn: (id: string, overturnId: string, call: ActCall) =>
    answer(
      api.POST('/api/v1/dossiers/{id}/overturns/{overturnId}/second', {
        params: about(id, call, { overturnId }),
      }),
    ),
  checkAnnex: (id: string, body: Schema<'CheckAnnexDto'>, call: ActCall) =>
    answer(api.POST('/api/v1/dossiers/{id}/annex-checks', { params: sent(id, call), body })),
  acceptEvidence: (id: string, evidenceId: string, call: ActCall) =>
    answer(
      api.POST('/api/v1/dossiers/{id}/evidence/{evidenceId}/accept', {
        params: about(id, call, { evidenceId }),
      }),
    ),
};
