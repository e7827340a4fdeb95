import { type Share } from '#contracts';
import { type CouncilRules } from '../pack.types.js';
import { type Check } from './pack-content.js';

const SHARES = ['presence', 'majority', 'conclusion'] as const;
const BINDING = [
  ...SHARES,
  'minimumMembers',
  'proxiesCount',
  'chairBreaksTie',
  'viceChairBreaksTie',
  'modes',
  'secretaryVotes',
] as const;

/** What binds a council is never only remembered; what is usual may be, since it refuses nothing. */
export const councilsBindByMoreThanMemory: Check = (_manifest, content, places) =>
  content.councils.flatMap((rules) =>
    BINDING.filter((name) => rules[name].verification === 'memory').map((name) =>
      places.fault(rules, 'memory_with_legal_effect', `${name} is from memory`, name),
    ),
  );

const isImpossible = ({ numerator, denominator }: Share): boolean => numerator > denominator;
const shareOf = (rules: CouncilRules, name: (typeof SHARES)[number]): Share => rules[name].value;

/** A share is of a whole; more than the whole can carry nothing. */
export const councilSharesArePossible: Check = (_manifest, content, places) =>
  content.councils.flatMap((rules) => [
    ...SHARES.filter((name) => isImpossible(shareOf(rules, name))).map((name) =>
      places.fault(rules, 'share_impossible', `${name} is more than the whole`, name),
    ),
    ...(rules.majority.value.numerator === rules.majority.value.denominator
      ? [places.fault(rules, 'share_impossible', 'nothing is more than the whole', 'majority')]
      : []),
  ]);
