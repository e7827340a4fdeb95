import { type CaseFacts } from '../workflow.types.js';
import { type GuardAnswer, refusal } from './guard.types.js';

/** What a refusal, or a conclusion that proposes one, says that it rests on. */
export interface Cited {
  findingKeys?: string[];
  failedCriteria?: string[];
}

/** Keys of the findings on which a refusal may rest: the blocking ones, and others by law that is verified. */
const groundKeys = ({ screening }: CaseFacts): string[] => [
  ...new Set([...(screening?.blocking ?? []), ...(screening?.grounds ?? [])].map(({ key }) => key)),
];

/** Refuses a cited finding that is no ground, or a cited criterion that no opinion of the round found unmet. */
export function citedFault(facts: CaseFacts, cited: Cited): GuardAnswer {
  const standing = groundKeys(facts);
  const unknown = (cited.findingKeys ?? []).filter((key) => !standing.includes(key));
  if (unknown.length > 0) return refusal('finding_does_not_stand', { unknown, standing });
  const failed = facts.failedCriteria;
  const criteria = (cited.failedCriteria ?? []).filter((code) => !failed.includes(code));
  return criteria.length > 0 ? refusal('criterion_not_failed', { criteria, failed }) : null;
}

/** Whether anything is cited at all. */
export const isGrounded = ({ findingKeys, failedCriteria }: Cited): boolean =>
  (findingKeys ?? []).length + (failedCriteria ?? []).length > 0;

/** Whether a test of the screening is about used or outdated equipment. */
export const isAboutOutdated = (test: string): boolean => /^(?:used|outdated)\./.test(test);

/** Whether a finding about used or outdated equipment can carry a refusal. */
export const hasOutdatedGround = ({ screening }: CaseFacts): boolean =>
  (screening?.grounds ?? []).some(({ test }) => isAboutOutdated(test));
