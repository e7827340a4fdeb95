import { type Problem } from './problem.js';

/** Refusals that the same request meets again, however often it is sent: what was sent is the reason. */
const LASTING = [400, 405, 406, 413, 414, 415, 422, 431];

/** Whether the same request may succeed when it is sent again. */
export const isWorthAgain = ({ status }: Pick<Problem, 'status'>): boolean => !LASTING.includes(status);

/** The condition of a list that cannot be, where it stands in the address; null otherwise. */
export function conditionOf(
  problem: Pick<Problem, 'code'> & Record<string, unknown>,
  search: URLSearchParams,
): string | null {
  const { code, parameter } = problem;
  const isNamed = code === 'list_query_invalid' && typeof parameter === 'string';
  return isNamed && search.has(parameter) ? parameter : null;
}

/** An address without one condition; what was asked of the page behind it begins anew. */
export function withoutCondition(search: URLSearchParams, name: string): URLSearchParams {
  const left = new URLSearchParams(search);
  left.delete(name);
  return left;
}
