import fc from 'fast-check';
import { drawn } from '../../../test/support/seed.js';
import { badEntry, type Fault, otherFault } from './domain/fault.types.js';
import { VerificationTally } from './verification-tally.js';

const fault = fc.oneof(
  fc
    .tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 1, max: 9 }))
    .map(([chain, seq]): Fault => badEntry(chain, seq, 'gap')),
  fc.nat({ max: 9 }).map((number): Fault => otherFault('checkpoint_gap', number)),
);
/** More than are kept. */
const faults = fc.array(fault, { maxLength: 150 });
const tallyOf = (found: readonly Fault[], entries: number): VerificationTally => {
  const tally = new VerificationTally();
  tally.add(found);
  tally.entries = entries;
  return tally;
};

test('what was found beside is reported as if it had been found after', () => {
  fc.assert(
    fc.property(faults, faults, (first, second) => {
      const tally = tallyOf(first, 3);
      tally.addAll(tallyOf(second, 4));
      expect(tally.report()).toEqual(tallyOf([...first, ...second], 7).report());
    }),
    drawn(),
  );
});
