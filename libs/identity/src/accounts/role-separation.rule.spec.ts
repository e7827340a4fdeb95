import { expect, test } from '@jest/globals';
import { type Role } from '#contracts';
import { mayHoldTogether } from './role-separation.rule.js';

test.each<[Role[], boolean]>([
  [[], true],
  [['admin'], true],
  [['admin', 'head'], false],
  [['law_officer', 'admin'], false],
  [['auditor', 'appraiser'], false],
  [['investor', 'appraiser'], false],
  [['investor', 'requester'], true],
  [['appraiser', 'expert', 'head'], true],
])('%j together: %s', (roles, allowed) => {
  expect(mayHoldTogether(roles)).toBe(allowed);
});
