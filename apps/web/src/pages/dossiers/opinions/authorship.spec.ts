import { describe, expect, test } from '@jest/globals';
import { authorshipOf } from './authorship.js';

type Seat = Parameters<typeof authorshipOf>[1][number]['members'][number];
const council = (votes: boolean, state: Seat['state'] = 'accepted') => [
  { members: [{ userId: 'me', votes, state } as Seat] },
];
const dossier = (relation: string, status: 'under_review' | 'concluded' = 'under_review') =>
  ({ status, relations: [relation] }) as Parameters<typeof authorshipOf>[0];

describe('as what an opinion is written', () => {
  test('whoever leads, an expert and a member with a vote write; a secretary without one does not', () => {
    expect(authorshipOf(dossier('lead_appraiser'), [], 'me')).toBe('lead');
    expect(authorshipOf(dossier('assigned_expert'), [], 'me')).toBe('expert');
    expect(authorshipOf(dossier('council_member'), council(true), 'me')).toBe('council');
    expect(authorshipOf(dossier('council_member'), council(false), 'me')).toBe('without_vote');
    expect(authorshipOf(dossier('council_member'), council(true, 'released'), 'me')).toBe('without_vote');
    expect(authorshipOf(dossier('council_member'), council(true), 'other')).toBe('without_vote');
  });
  test('nobody once it is concluded, and no stranger', () => {
    expect(authorshipOf(dossier('lead_appraiser', 'concluded'), [], 'me')).toBe('not');
    expect(authorshipOf(dossier('clerk_on_behalf'), council(true), 'me')).toBe('not');
  });
});
