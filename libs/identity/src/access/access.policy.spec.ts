import { describe, expect, test } from '@jest/globals';
import { type ConsultationState, type Role } from '#contracts';
import { type Actor, civilDate } from '#kernel';
import { mayDo, maySee, relationsOf, scopeOf } from './access.policy.js';
import { type DossierAccess } from './dossier-access.types.js';

const TODAY = civilDate('2026-07-15');
const OWN = 'org-own';
const OTHER = 'org-other';
const somebody = (roles: Role[], organisationId: string | null = 'org-department'): Actor => ({
  id: 'me',
  kind: 'person',
  name: 'Me',
  roles,
  organisationId,
  authorityId: 'authority',
});
const dossier = (changes: Partial<DossierAccess> = {}): DossierAccess => ({
  id: 'dossier',
  authorityId: 'authority',
  status: 'under_review',
  channel: 'investor',
  ownerOrgId: OWN,
  investorOrgId: OWN,
  requesterOrgId: null,
  onBehalf: false,
  createdBy: 'somebody-else',
  leadAppraiserId: null,
  parties: [{ organisationId: OWN, party: 'investor' }],
  assignments: [],
  consultations: [],
  conflictedUserIds: [],
  affiliations: [],
  ...changes,
});
const affiliated = (validTo: string | null) => ({
  affiliations: [
    {
      organisationId: OWN,
      validFrom: civilDate('2020-01-01'),
      validTo: validTo === null ? null : civilDate(validTo),
    },
  ],
});

describe('who sees a submitted dossier', () => {
  test.each<[string, Actor, boolean]>([
    ['its investor', somebody(['investor'], OWN), true],
    ['another investor', somebody(['investor'], OTHER), false],
    ['a clerk', somebody(['clerk']), true],
    ['an appraiser', somebody(['appraiser']), true],
    ['a head', somebody(['head']), true],
    ['a leader', somebody(['leader']), true],
    ['a province leader', somebody(['province_leader']), true],
    ['an auditor', somebody(['auditor']), true],
    ['an expert without an assignment', somebody(['expert']), false],
    ['an administrator', somebody(['admin']), false],
    ['a law officer', somebody(['law_officer']), false],
    ['a head of another authority', { ...somebody(['head']), authorityId: 'elsewhere' }, false],
  ])('%s', (_, actor, sees) => {
    expect(maySee(actor, dossier(), TODAY)).toBe(sees);
  });
});

describe('who sees a draft', () => {
  test('its owner does, the house does not', () => {
    const draft = dossier({ status: 'draft' });
    expect(maySee(somebody(['investor'], OWN), draft, TODAY)).toBe(true);
    for (const role of ['clerk', 'head', 'leader', 'auditor'] as const)
      expect(maySee(somebody([role]), draft, TODAY)).toBe(false);
  });

  test('the clerk who entered it on behalf does, another clerk does not', () => {
    const draft = dossier({ status: 'draft', onBehalf: true, createdBy: 'me' });
    expect(maySee(somebody(['clerk']), draft, TODAY)).toBe(true);
    expect(maySee(somebody(['clerk']), { ...draft, createdBy: 'another' }, TODAY)).toBe(false);
  });

  test("naming an agency in an investor's draft does not show it to the agency; its own request it sees", () => {
    const draft = dossier({ status: 'draft', requesterOrgId: 'org-agency' });
    const agency = somebody(['requester'], 'org-agency');
    expect(maySee(agency, draft, TODAY)).toBe(false);
    expect(maySee(agency, { ...draft, channel: 'requester' }, TODAY)).toBe(true);
  });
});

describe('conflict of interest', () => {
  test.each<[string | null, boolean]>([
    [null, true],
    ['2026-01-31', true],
    ['2024-07-15', true],
    ['2024-07-14', false],
  ])('an affiliation that ended %s: conflict %s', (validTo, conflicted) => {
    const access = dossier(affiliated(validTo));
    expect(relationsOf(somebody(['appraiser']), access, TODAY).includes('conflicted')).toBe(conflicted);
    expect(maySee(somebody(['appraiser']), access, TODAY)).toBe(!conflicted);
  });

  test.each(['consultant', 'technology_supplier'])('counts for a %s, the employer included', (party) => {
    const access = dossier({ investorOrgId: null, parties: [{ organisationId: 'org-institute', party }] });
    expect(maySee(somebody(['head'], 'org-institute'), access, TODAY)).toBe(false);
  });

  test('the requesting agency is no party in conflict', () => {
    const access = dossier({ parties: [{ organisationId: 'org-department', party: 'requester' }] });
    expect(maySee(somebody(['head']), access, TODAY)).toBe(true);
  });

  test.each(['clerk', 'appraiser', 'head', 'leader', 'province_leader', 'auditor'] as const)(
    'hides a dossier from a %s',
    (role) => {
      expect(maySee(somebody([role]), dossier({ conflictedUserIds: ['me'] }), TODAY)).toBe(false);
    },
  );

  test('hides it from an assigned expert and leaves no other relation', () => {
    const access = dossier({
      conflictedUserIds: ['me'],
      assignments: [{ assigneeId: 'me', kind: 'expert', state: 'accepted' }],
    });
    expect(relationsOf(somebody(['expert']), access, TODAY)).toEqual(['conflicted']);
    expect(maySee(somebody(['expert']), access, TODAY)).toBe(false);
  });

  test('never hides a dossier from its owner', () => {
    expect(maySee(somebody(['investor'], OWN), dossier({ conflictedUserIds: ['me'] }), TODAY)).toBe(true);
  });
});

describe('a seat in a council', () => {
  const seat = (state: 'invited' | 'accepted' | 'released') =>
    dossier({ assignments: [{ assigneeId: 'me', kind: 'council', state }] });

  test.each(['expert', 'council_secretary'] as const)(
    'shows it to a %s who declared, and to no other',
    (role) => {
      expect(relationsOf(somebody([role]), seat('accepted'), TODAY)).toEqual(['council_member']);
      expect(maySee(somebody([role]), seat('accepted'), TODAY)).toBe(true);
      expect(maySee(somebody([role]), dossier(), TODAY)).toBe(false);
      expect(maySee(somebody([role]), seat('invited'), TODAY)).toBe(false);
      expect(maySee(somebody([role]), seat('released'), TODAY)).toBe(false);
    },
  );

  test('is nothing to an account without a role for it, or in conflict', () => {
    expect(maySee(somebody(['admin']), seat('accepted'), TODAY)).toBe(false);
    const conflicted = { ...seat('accepted'), conflictedUserIds: ['me'] };
    expect(relationsOf(somebody(['expert']), conflicted, TODAY)).toEqual(['conflicted']);
    expect(maySee(somebody(['expert']), conflicted, TODAY)).toBe(false);
  });

  test('hides the dossier from an appraiser who has not declared for it yet', () => {
    expect(maySee(somebody(['appraiser']), seat('invited'), TODAY)).toBe(false);
    expect(maySee(somebody(['head']), seat('invited'), TODAY)).toBe(true);
  });
});

describe('what may be done', () => {
  test('a role alone, a relation alone, both together', () => {
    const access = dossier({
      leadAppraiserId: 'me',
      assignments: [{ assigneeId: 'me', kind: 'lead', state: 'accepted' }],
    });
    const lead = somebody(['appraiser']);
    expect(mayDo(lead, access, ['appraiser'], TODAY)).toBe(true);
    expect(mayDo(lead, access, ['lead_appraiser'], TODAY)).toBe(true);
    expect(mayDo(lead, access, ['appraiser&lead_appraiser'], TODAY)).toBe(true);
    expect(mayDo(lead, dossier(), ['appraiser&lead_appraiser'], TODAY)).toBe(false);
    expect(mayDo(lead, access, ['head', 'leader'], TODAY)).toBe(false);
  });

  test('nothing to a dossier that may not be seen', () => {
    expect(
      mayDo(somebody(['head']), dossier({ conflictedUserIds: ['me'] }), ['head', 'conflicted'], TODAY),
    ).toBe(false);
  });

  test('an invited expert is invited, no more', () => {
    const access = dossier({ assignments: [{ assigneeId: 'me', kind: 'expert', state: 'invited' }] });
    expect(relationsOf(somebody(['expert']), access, TODAY)).toEqual(['invited']);
    expect(mayDo(somebody(['expert']), access, ['expert', 'invited'], TODAY)).toBe(false);
  });
});

describe('an invitation to a person who oversees anyway', () => {
  const invited = dossier({
    leadAppraiserId: 'me',
    assignments: [{ assigneeId: 'me', kind: 'lead', state: 'invited' }],
  });

  test('hides the dossier from an appraiser, who is not the lead appraiser yet', () => {
    expect(relationsOf(somebody(['appraiser']), invited, TODAY)).toEqual(['invited']);
    expect(maySee(somebody(['appraiser']), invited, TODAY)).toBe(false);
    expect(mayDo(somebody(['appraiser']), invited, ['appraiser', 'lead_appraiser', 'invited'], TODAY)).toBe(
      false,
    );
  });

  test('as an expert too, and leaves it to the other appraisers', () => {
    const asked = dossier({ assignments: [{ assigneeId: 'me', kind: 'expert', state: 'invited' }] });
    expect(maySee(somebody(['appraiser', 'expert']), asked, TODAY)).toBe(false);
    expect(maySee({ ...somebody(['appraiser']), id: 'another' }, asked, TODAY)).toBe(true);
  });

  test.each(['clerk', 'head', 'leader', 'province_leader', 'auditor'] as const)(
    'leaves it to an appraiser who is a %s as well',
    (role) => {
      expect(maySee(somebody(['appraiser', role]), invited, TODAY)).toBe(true);
    },
  );

  test.each<['accepted' | 'declined' | 'released', boolean]>([
    ['accepted', true],
    ['declined', false],
    ['released', false],
  ])('ends with the answer: %s; lead appraiser: %s', (state, leads) => {
    const answered = { ...invited, assignments: [{ assigneeId: 'me', kind: 'lead' as const, state }] };
    expect(maySee(somebody(['appraiser']), answered, TODAY)).toBe(true);
    expect(relationsOf(somebody(['appraiser']), answered, TODAY).includes('lead_appraiser')).toBe(leads);
  });

  test('hides nothing from somebody who declared for another task there', () => {
    const both = {
      ...invited,
      assignments: [
        { assigneeId: 'me', kind: 'expert' as const, state: 'accepted' as const },
        { assigneeId: 'me', kind: 'lead' as const, state: 'invited' as const },
      ],
    };
    expect(maySee(somebody(['appraiser']), both, TODAY)).toBe(true);
    expect(relationsOf(somebody(['appraiser']), both, TODAY)).not.toContain('lead_appraiser');
  });
});

describe('a consulted organisation', () => {
  const asked = (kind: 'agency' | 'independent_body', state: ConsultationState) =>
    dossier({ consultations: [{ organisationId: 'org-agency', kind, state }] });

  test.each<[ConsultationState, boolean]>([
    ['drafted', false],
    ['open', true],
    ['answered', true],
    ['closed_silent', false],
    ['withdrawn', false],
  ])('sees the dossier while its consultation is %s: %s', (state, sees) => {
    const person = somebody(['agency'], 'org-agency');
    expect(maySee(person, asked('agency', state), TODAY)).toBe(sees);
    expect(relationsOf(person, asked('agency', state), TODAY)).toEqual(sees ? ['consulted_agency'] : []);
    expect(scopeOf(person, asked('agency', state), TODAY)).toBe('consultation');
  });

  test.each<[Role, boolean, boolean]>([
    ['agency', true, true],
    ['expert', false, true],
    ['investor', false, false],
    ['law_officer', false, false],
  ])('is spoken for by %s: agency %s, body %s', (role, agency, body) => {
    const person = somebody([role], 'org-agency');
    expect(maySee(person, asked('agency', 'open'), TODAY)).toBe(agency);
    expect(maySee(person, asked('independent_body', 'open'), TODAY)).toBe(body);
  });

  test('is another one than that of the person: nothing is shown', () => {
    expect(maySee(somebody(['agency'], OTHER), asked('agency', 'open'), TODAY)).toBe(false);
    expect(maySee(somebody(['agency'], null), asked('agency', 'open'), TODAY)).toBe(false);
  });

  test('a person of it in conflict sees nothing', () => {
    const access = { ...asked('agency', 'open'), conflictedUserIds: ['me'] };
    expect(maySee(somebody(['agency'], 'org-agency'), access, TODAY)).toBe(false);
  });

  test('somebody who sees the dossier anyway sees the whole of it', () => {
    const person = somebody(['agency', 'appraiser'], 'org-agency');
    expect(scopeOf(person, asked('agency', 'open'), TODAY)).toBe('whole');
  });
});
