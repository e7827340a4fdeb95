import { describe, expect, test } from '@jest/globals';
import {
  conditionsSet,
  countsQueryOf,
  listQueryOf,
  listWords,
  readFilter,
  TABS,
  without,
  writeFilter,
} from './worklist-filter.js';

const read = (search: string) => readFilter(new URLSearchParams(search), TABS);

describe('the filter of the worklist in the address', () => {
  test('an address without anything is the first tab, next due first', () => {
    expect(listQueryOf(read(''))).toEqual({ tab: 'mine', sort: 'dueOn' });
  });
  test('what is written is read again as it was', () => {
    const search =
      'tab=team&status=accepted&status=screened&procedure=opinion&assignee=me&action=mine&overdue=true&refusedFor=outdated&silentBy=2026-03-08&decidedFrom=2026-01-01&decidedTo=2026-12-31&from=2026-01-02&q=g%E1%BB%91m&sort=-receivedOn';
    const filter = read(search);
    expect(read(writeFilter(filter).toString())).toEqual(filter);
    expect(conditionsSet(filter)).toEqual([
      ...['q', 'status', 'procedure', 'refusedFor', 'assignee', 'action', 'overdue', 'from'],
      ...['silentBy', 'decidedFrom', 'decidedTo'],
    ]);
    expect(listQueryOf(filter)).toEqual({
      ...{ tab: 'team', status: ['accepted', 'screened'], procedure: ['opinion'], assignee: 'me' },
      ...{ refusedFor: ['outdated'], silentBy: '2026-03-08' },
      ...{ decidedFrom: '2026-01-01', decidedTo: '2026-12-31' },
      ...{ action: 'mine', overdue: 'true', from: '2026-01-02', q: 'gốm', sort: '-receivedOn' },
    });
  });
  test('words that nobody knows are passed over, so that an old link still opens', () => {
    expect(listQueryOf(read('tab=x&status=x&from=tomorrow&sort=y&overdue=1'))).toEqual({
      tab: 'mine',
      sort: 'dueOn',
    });
  });
  test('a condition is taken away without the others, and all of them at once', () => {
    const filter = read('tab=closed&status=refused&q=x');
    expect(listQueryOf(without(filter, 'status'))).toEqual({ tab: 'closed', q: 'x', sort: 'dueOn' });
    expect(conditionsSet(without(filter, ...conditionsSet(filter)))).toEqual([]);
  });
  test('all dossiers are a list without a tab', () => {
    expect(listQueryOf(read('tab=all'))).toEqual({ sort: 'dueOn' });
  });
  test('the numbers beside a list are asked within its tab; the order of a list does not make it another one', () => {
    expect(countsQueryOf(read('tab=team&nearDue=true&sort=-name'))).toEqual({ tab: 'team', nearDue: 'true' });
    expect(listWords(read('tab=team&sort=-name'))).toBe(listWords(read('tab=team')));
    expect(listWords(read('tab=team&q=x'))).not.toBe(listWords(read('tab=team')));
  });
});
