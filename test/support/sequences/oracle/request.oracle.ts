import { Broken, dossierOf, type Oracle, type Row } from './moment.js';

const ASKS = ['request_supplement', 'request_clarification'];

/** 7: supplement and clarification are one right, and it is used once. */
export const requestOracle: Oracle = ({ after, tally }) => {
  const requests = after.party_request.filter(({ kind }) =>
    ['supplement', 'clarification'].includes(String(kind)),
  );
  const asked = after.dossier_transition.filter(({ command }) => ASKS.includes(String(command)));
  if (requests.length > 1 || asked.length > 1)
    throw new Broken(
      7,
      'asked more than once',
      requests.map(({ kind }) => kind),
    );
  if (dossierOf(after)['supplement_requests_used'] !== requests.length)
    throw new Broken(7, 'the dossier counts other requests than there are', requests.length);
  if (requests.length > 0) tally.checked(7, `asked once: ${String(requests[0]?.['kind'])}`);
};

/** 9: findings are codes and values; what they say is rendered. 10: what is missing gives no verdict. */
export const findingOracle: Oracle = ({ before, after, tally }) => {
  const fresh = after.screening.filter(({ id }) => !before.screening.some((known) => known['id'] === id));
  for (const screening of fresh)
    for (const finding of (screening['result'] as { findings: Row[] }).findings) {
      const extra = ['text', 'title', 'message', 'detail'].filter((word) => word in finding);
      if (extra.length > 0) throw new Broken(9, 'a finding stores text', extra);
      const verdict = String(finding['verdict']);
      const missing = finding['missing'] as string[];
      if (missing.length > 0 && ['met', 'not_applicable'].includes(verdict))
        throw new Broken(10, 'missing data gave a pass', finding);
      const lacksAll =
        missing.length > 0 && Object.values(finding['values'] as Row).every((value) => value === null);
      if (lacksAll && verdict === 'breached') throw new Broken(10, 'missing data gave a fail', finding);
      if (verdict === 'inconclusive') tally.checked(10, 'an inconclusive finding');
    }
  if (fresh.length > 0) tally.checked(9, 'a screening');
};
