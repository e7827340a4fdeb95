import { STATUSES } from '#contracts';
import { uploadRefusal } from './upload-right.rule.js';

describe('uploadRefusal', () => {
  it('lets owners add documents exactly while they may change the facts', () => {
    const open = STATUSES.filter(
      (status) => uploadRefusal({ roles: ['investor'], relations: ['owner'], status }) === null,
    );
    expect(open).toEqual(['draft', 'supplement_requested', 'clarification_requested', 'refusal_notified']);
    expect(uploadRefusal({ roles: ['investor'], relations: ['owner'], status: 'submitted' })).toBe(
      'documents_not_accepted_now',
    );
  });

  it('lets the lead appraiser add until the dossier is closed, and other appraisers never', () => {
    expect(
      uploadRefusal({ roles: ['appraiser'], relations: ['lead_appraiser'], status: 'under_review' }),
    ).toBeNull();
    expect(uploadRefusal({ roles: ['appraiser'], relations: ['lead_appraiser'], status: 'refused' })).toBe(
      'documents_not_accepted_now',
    );
    expect(uploadRefusal({ roles: ['appraiser'], relations: [], status: 'under_review' })).toBe('forbidden');
  });

  it('lets the counter, head and leader add at any time, readers never', () => {
    for (const role of ['clerk', 'head', 'leader'] as const)
      expect(uploadRefusal({ roles: [role], relations: [], status: 'refused' })).toBeNull();
    for (const role of ['auditor', 'expert', 'province_leader'] as const) {
      expect(uploadRefusal({ roles: [role], relations: [], status: 'under_review' })).toBe('forbidden');
    }
  });
});
