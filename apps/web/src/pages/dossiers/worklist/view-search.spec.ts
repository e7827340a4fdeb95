import { describe, expect, test } from '@jest/globals';
import { columnsOf, filterOfQuery, keptColumns, queryOf, searchOf } from './view-search.js';
import { readFilter, TABS } from './worklist-filter.js';

const read = (search: string) => readFilter(new URLSearchParams(search), TABS);

describe('a view and the worklist', () => {
  test('a filter that is kept is read again as it was, all dossiers too', () => {
    for (const search of ['tab=team&overdue=true&status=accepted&status=screened&sort=-name', 'tab=all'])
      expect(filterOfQuery(queryOf(read(search)))).toEqual(read(search));
    expect(queryOf(read('tab=all'))).toBe('sort=dueOn');
    expect(searchOf('sort=dueOn')).toBe('tab=all');
    expect(searchOf('tab=mine&nearDue=true&sort=-dueOn')).toBe('tab=mine&nearDue=true&sort=-dueOn');
  });
  test('columns have lasting names; the project stays, and what the worklist does not know is passed over', () => {
    expect(keptColumns(['project', 'turn', 'due'])).toEqual(['projectName', 'actions', 'dueOn']);
    expect(columnsOf(['dueOn', 'channel', 'actions'])).toEqual(['project', 'turn', 'due']);
  });
});
