import { documentedProblems } from '../fuzz/contract.js';
import { PROVEN_BY_BODY } from './door-requests.js';
import { type Route, type Told } from './table-requests.js';

const PROBLEMS = documentedProblems();
const CLOSED = [401, 403, 404];

/** What the table says of an answer: the refusal, or that the policy let the request through. */
export const cellOf = ({ status }: Told): string => (CLOSED.includes(status) ? String(status) : 'yes');

/** Why an answer may not stand in the table: an unfitting request, a fault of ours, or a refusal that nobody documented. */
export function faultOf(route: Route, who: string | null, { status, headers, body }: Told): string | null {
  const told = `${route.name}, ${who}: ${status} ${JSON.stringify(body).slice(0, 300)}`;
  if (status >= 500 || (status === 400 && !PROVEN_BY_BODY.test(route.path))) return told;
  if (!CLOSED.includes(status)) return null;
  const isProblem = String(headers['content-type']).startsWith('application/problem+json');
  const isKnown = PROBLEMS.get(String(body?.['code'])) === status;
  return isProblem && isKnown && String(status) in route.operation.responses ? null : `undocumented: ${told}`;
}

/** What the rule of a route alone says: nobody is asked to sign in, a role that it does not name is refused. */
export function ruleOf({ operation }: Route, roles: readonly string[] | null): '401' | '403' | null {
  const { who } = operation['x-policy'];
  if (who === 'public') return null;
  if (roles === null) return '401';
  return Array.isArray(who) && !who.some((role) => roles.includes(role)) ? '403' : null;
}
