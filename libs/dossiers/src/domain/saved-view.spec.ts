import { describe, expect, it } from '@jest/globals';
import { Refusal } from '#kernel';
import { viewQuery } from './saved-view.js';

describe('the query of a view', () => {
  it('is kept as the list reads it, without a question mark', () => {
    expect(
      viewQuery({ query: '?tab=mine&status=draft&status=submitted&q=g%E1%BB%91m', shared: false }).text,
    ).toBe('tab=mine&status=draft&status=submitted&q=g%E1%BB%91m');
  });

  it.each([
    ['colour=red', 'colour', 'unknown_parameter'],
    ['tab=yours', 'tab', 'mine|unassigned|team|open|closed'],
    ['tab=mine&cursor=x', 'cursor', 'not_in_a_view'],
    ['limit=5', 'limit', 'not_in_a_view'],
  ])('refuses %s', (query, parameter, rule) => {
    expect(() => viewQuery({ query, shared: false })).toThrow(
      new Refusal('list_query_invalid', { parameter, rule }),
    );
  });

  it('keeps words that are searched for to its owner', () => {
    expect(() => viewQuery({ query: 'q=Nhà máy', shared: true })).toThrow(
      new Refusal('view_search_stays_private'),
    );
    expect(viewQuery({ query: 'q=', shared: true }).text).toBe('q=');
  });
});
