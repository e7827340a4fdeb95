import { STATUSES } from '#contracts';
import { type UploadCase, uploadRefusal } from './upload-right.rule.js';

const refusalOf = (given: Omit<UploadCase, 'owesProof'>, owesProof = false) =>
  uploadRefusal({ ...given, owesProof });

describe('uploadRefusal', () => {
  it('lets owners add documents exactly while they may change the facts', () => {
    const open = STATUSES.filter(
      (status) => refusalOf({ roles: ['investor'], relations: ['owner'], status }) === null,
    );
    expect(open).toEqual(['draft', 'supplement_requested', 'clarification_requested', 'refusal_notified']);
    expect(refusalOf({ roles: ['investor'], relations: ['owner'], status: 'submitted' })).toBe(
      'documents_not_accepted_now',
    );
  });

  it('lets the owner of a decided dossier add while a condition is to be proven', () => {
    const decided = {
      roles: ['investor'],
      relations: ['owner'],
      status: 'approved_with_conditions',
    } as const;
    expect(refusalOf(decided, true)).toBeNull();
    expect(refusalOf(decided)).toBe('documents_not_accepted_now');
  });

  it('lets the lead appraiser add until the dossier is closed, and other appraisers never', () => {
    expect(
      refusalOf({ roles: ['appraiser'], relations: ['lead_appraiser'], status: 'under_review' }),
    ).toBeNull();
    expect(refusalOf({ roles: ['appraiser'], relations: ['lead_appraiser'], status: 'refused' })).toBe(
      'documents_not_accepted_now',
    );
    expect(refusalOf({ roles: ['appraiser'], relations: [], status: 'under_review' })).toBe('forbidden');
  });

  it('lets the counter, head and leader add at any time, readers never', () => {
    for (const role of ['clerk', 'head', 'leader'] as const)
      expect(refusalOf({ roles: [role], relations: [], status: 'refused' })).toBeNull();
    for (const role of ['auditor', 'expert', 'province_leader'] as const) {
      expect(refusalOf({ roles: [role], relations: [], status: 'under_review' })).toBe('forbidden');
    }
  });

  it('lets the consulted add what belongs to their answer until the dossier is closed, nothing else', () => {
    const consulted = {
      roles: ['agency'],
      relations: ['consulted_agency'],
      status: 'under_review',
      owesProof: false,
    } as const;
    expect(uploadRefusal(consulted)).toBeNull();
    expect(uploadRefusal({ ...consulted, kind: 'consultation_answer' })).toBeNull();
    expect(uploadRefusal({ ...consulted, kind: 'evidence' })).toBe('forbidden');
    expect(uploadRefusal({ ...consulted, status: 'refused' })).toBe('documents_not_accepted_now');
  });

  it('lets members of a council add its proxies and ballots until the dossier is closed, nothing else', () => {
    const member = {
      roles: ['expert'],
      relations: ['council_member'],
      status: 'under_review',
      owesProof: false,
    } as const;
    expect(uploadRefusal({ ...member, kind: 'council_paper' })).toBeNull();
    expect(uploadRefusal({ ...member, kind: 'paper' })).toBe('forbidden');
    expect(uploadRefusal({ ...member, kind: 'council_paper', status: 'approved' })).toBe(
      'documents_not_accepted_now',
    );
    expect(uploadRefusal({ ...member, relations: ['assigned_expert'], kind: 'council_paper' })).toBe(
      'forbidden',
    );
  });

  it('lets no owner add an answer of an agency or a paper of a council, which the owner would not see again', () => {
    const owner = { roles: ['investor'], relations: ['owner'], status: 'draft', owesProof: false } as const;
    expect(uploadRefusal({ ...owner, kind: 'consultation_answer' })).toBe('forbidden');
    expect(uploadRefusal({ ...owner, kind: 'council_paper' })).toBe('forbidden');
  });
});
