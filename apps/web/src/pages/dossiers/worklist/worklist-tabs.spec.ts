import { describe, expect, test } from '@jest/globals';
import { type Role } from '#contracts';
import { readFilter } from './worklist-filter.js';
import { tabsOf } from './worklist-tabs.js';

const beginsWith = (...roles: Role[]) => {
  const { tabs, beginning } = tabsOf(roles);
  return readFilter(new URLSearchParams(), tabs, beginning).tab;
};

describe('the tab with which a worklist begins', () => {
  test.each<[Role[], string]>([
    [['head'], 'open'],
    [['leader'], 'open'],
    [['clerk'], 'open'],
    [['province_leader'], 'open'],
    [['auditor'], 'open'],
    [['appraiser'], 'mine'],
    [['head', 'appraiser'], 'mine'],
    [['council_secretary'], 'mine'],
    [['investor'], 'mine'],
    [['expert'], 'mine'],
  ])('of %j is %s', (roles, tab) => {
    expect(beginsWith(...roles)).toBe(tab);
  });
  test('is the one of the address where that names one', () => {
    const { tabs, beginning } = tabsOf(['head']);
    expect(readFilter(new URLSearchParams('tab=mine'), tabs, beginning).tab).toBe('mine');
  });
});
