import { describe, expect, test } from '@jest/globals';
import { actionAddress, ownActions } from './action-doors.js';

const mine = (code: Parameters<typeof actionAddress>[1]) => ({ code, who: 'me' as const });

describe('what is to be done with a dossier', () => {
  test('leads to the page of it, or to the form of its command, and keeps the list', () => {
    expect(actionAddress('d1', 'decide_candidates')).toBe('/dossiers/d1/findings');
    expect(actionAddress('d1', 'assign_appraiser')).toBe('/dossiers/d1?step=assign');
    expect(actionAddress('d1', 'declare_interest')).toBe('/dossiers/d1');
    expect(actionAddress('d1', 'issue_letter', 'tab=mine')).toBe('/dossiers/d1/letters?in=tab%3Dmine');
    expect(actionAddress('d1', 'submit_dossier', 'tab=mine')).toBe('/dossiers/d1/edit');
  });
  test('is never nothing for whoever has something to do without a command', () => {
    expect(ownActions([mine('record_expert_opinion')], '')).toEqual({
      ...{ pages: [{ code: 'record_expert_opinion', isHere: false }], command: null, any: true },
    });
    expect(ownActions([mine('answer_supplement_request')], '')).toEqual({
      pages: [],
      command: null,
      any: true,
    });
    expect(ownActions([{ code: 'issue_letter', who: 'role' }], '').any).toBe(false);
  });
  test('has one that is the most urgent: the command where that is one, and the others beside it', () => {
    expect(ownActions([mine('screen'), mine('decide_candidates')], '').command).toBe('screen');
    const later = ownActions([mine('decide_candidates'), mine('conclude')], 'findings');
    expect(later).toEqual({ pages: [{ code: 'decide_candidates', isHere: true }], command: null, any: true });
  });
});
