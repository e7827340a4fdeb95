import { Broken, dossierOf, type Oracle } from './moment.js';

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
  const [first] = requests;
  if (first)
    tally.checked(7, first['kind'] === 'supplement' ? 'asked once: supplement' : 'asked once: clarification');
};
