import { problemOf, type ProblemCode, PROBLEMS } from '#contracts';
import { type RoutePolicy } from './policy.decorator.js';

/** What the document says of one route, as far as its refusals follow from it. */
export interface DocumentedRoute {
  method: string;
  path: string;
  takesBody: boolean;
  takesIfMatch: boolean;
  /** The body names the revision that was seen. */
  takesRevision: boolean;
  policy: RoutePolicy | undefined;
}
/** Shown first: what most routes of a status refuse with. */
const COMMON: readonly ProblemCode[] = [
  'malformed_request',
  'not_signed_in',
  'forbidden',
  'not_found',
  'command_not_permitted_now',
  'stale_revision',
  'payload_too_large',
  'unsupported_media_type',
  'impossible_value',
  'account_locked',
  'precondition_required',
  'rate_limited',
  'dependency_unavailable',
];
const EXAMPLES = 3;
const WRITES = ['post', 'put', 'patch', 'delete'];

/** Statuses with which a route may refuse, by what it is: who may ask, what it takes, whether it writes. */
export function refusalStatuses(route: DocumentedRoute): number[] {
  const writes = WRITES.includes(route.method);
  const guarded = route.policy?.who !== 'public';
  const holds: [boolean, number[]][] = [
    [true, [400, 429, 503]],
    [guarded, [401, 403]],
    [route.path.includes('{') || route.takesBody, [404]],
    [writes, [409, 413, 415, 422]],
    // A part of something may be there and not yet, or no longer, be readable.
    [route.path.includes('}/'), [409]],
    [route.takesIfMatch, [412, 428]],
    [route.takesRevision, [412]],
    [route.path.includes('/auth/'), [401, 403, 423]],
  ];
  return [...new Set(holds.flatMap(([applies, statuses]) => (applies ? statuses : [])))].sort();
}

const codesOf = (status: number): ProblemCode[] => {
  const all = (Object.keys(PROBLEMS) as ProblemCode[]).filter((code) => problemOf(code).status === status);
  const common = COMMON.filter((code) => all.includes(code));
  return [...common, ...all.filter((code) => !common.includes(code))];
};
const exampleOf = (code: ProblemCode) => {
  const problem = problemOf(code);
  return {
    value: {
      type: `urn:techgate:problem:${code}`,
      title: problem.en.title,
      status: problem.status,
      detail: problem.en.action,
      instance: '/api/v1/…',
      code,
      requestId: '0b7c6f0e-7d2f-4b7e-9a55-5d8f5a3d9a10',
    },
  };
};
const nameOf = (status: number) => `Refused${status}`;

/** The answer of one status, for `components.responses`. */
function refusalAnswer(status: number) {
  const codes = codesOf(status).slice(0, EXAMPLES);
  return {
    description: `A named refusal, such as ${codes.join(', ')}; every code is in docs/errors.md`,
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(codes.map((code) => [code, exampleOf(code)])),
      },
    },
  };
}

/** Every answer that refuses, by its name. */
export const refusalAnswers = (): Record<string, ReturnType<typeof refusalAnswer>> => {
  const statuses = [...new Set(Object.values(PROBLEMS).map(({ status }) => status))].sort();
  return Object.fromEntries(statuses.map((status) => [nameOf(status), refusalAnswer(status)]));
};

/** References to the answers with which a route may refuse. */
export const refusalsOf = (route: DocumentedRoute): Record<string, { $ref: string }> =>
  Object.fromEntries(
    refusalStatuses(route).map((status) => [
      String(status),
      { $ref: `#/components/responses/${nameOf(status)}` },
    ]),
  );
