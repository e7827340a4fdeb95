import fc from 'fast-check';
import { type Role } from '#contracts';
import { drawn } from '../../../../test/support/seed.js';
import { aCase, procedureOfPack, STAFF } from '../../../../test/support/case-facts.js';
import { type CaseFacts, type StaffMember } from '../workflow.types.js';
import { whoMayAct } from './who-may-act.js';

const PROCEDURE = procedureOfPack('inv-2026');
const without = (...ids: string[]) => STAFF.filter(({ id }) => !ids.includes(id));
const open = (given: Partial<CaseFacts> = {}) => aCase({ status: 'under_review', ...given });
const step = (facts: CaseFacts, name: string) =>
  whoMayAct(PROCEDURE, facts).steps.find((found) => found.step === name);

describe('who may act', () => {
  it('names the people of every step that is left', () => {
    expect(whoMayAct(PROCEDURE, open())).toMatchObject({
      feasible: true,
      competent: true,
      steps: [
        { step: 'conclude', people: ['appraiser-1', 'appraiser-2', 'head-2'], fault: null },
        { step: 'endorse', people: ['head-1', 'head-2', 'leader-1', 'leader-2'], fault: null },
        { step: 'decide', people: ['leader-1', 'leader-2'], fault: null },
      ],
    });
  });

  it('leaves out the steps that are done, and whoever did them', () => {
    const facts = aCase({
      status: 'concluded',
      concluderId: 'head-2',
      concluderRoles: ['head', 'appraiser'],
    });
    expect(whoMayAct(PROCEDURE, facts).steps.map((found) => found.step)).toEqual(['endorse', 'decide']);
    expect(step(facts, 'endorse')).toMatchObject({ people: ['head-1', 'leader-1', 'leader-2'] });
    expect(step(facts, 'endorse')?.ruledOut).toContainEqual({ id: 'head-2', reason: 'four_eyes' });
  });

  it('has nothing to say about a closed dossier', () => {
    expect(whoMayAct(PROCEDURE, aCase({ status: 'approved' }))).toEqual({
      steps: [],
      feasible: true,
      competent: true,
    });
  });

  it('says of everybody who is out why', () => {
    const facts = open({ conflictedUserIds: ['head-1'], staff: without('leader-2', 'head-2') });
    expect(whoMayAct(PROCEDURE, facts)).toMatchObject({ feasible: false, competent: false });
    expect(step(facts, 'endorse')).toEqual({
      step: 'endorse',
      people: ['leader-1'],
      ruledOut: [
        { id: 'appraiser-1', reason: 'role' },
        { id: 'appraiser-2', reason: 'role' },
        { id: 'head-1', reason: 'conflict' },
      ],
      fault: 'four_eyes',
    });
  });

  it('takes an act back whose author has a conflict by now', () => {
    const facts = aCase({
      status: 'concluded',
      concluderId: 'appraiser-1',
      conflictedUserIds: ['appraiser-1'],
    });
    expect(step(facts, 'conclude')).toMatchObject({ people: ['appraiser-2', 'head-2'] });
  });

  it('calls an authority competent that can go on only by another conclusion', () => {
    const facts = aCase({
      status: 'concluded',
      concluderId: 'head-2',
      concluderRoles: ['head', 'appraiser'],
      staff: without('head-1', 'leader-2'),
    });
    expect(whoMayAct(PROCEDURE, facts)).toMatchObject({ feasible: false, competent: true });
  });

  it('looks at one lead appraiser when asked about one', () => {
    const facts = open({ staff: without('head-1', 'leader-2') });
    expect(whoMayAct(PROCEDURE, facts, 'head-2').feasible).toBe(false);
    expect(whoMayAct(PROCEDURE, facts, 'appraiser-1').feasible).toBe(true);
  });
});

const ROLES = ['appraiser', 'head', 'leader'] as const satisfies Role[];
const staff = fc
  .array(fc.subarray<Role>([...ROLES], { minLength: 1 }), { maxLength: 6 })
  .map((all) => all.map((roles, index): StaffMember => ({ id: `p${index}`, roles })));
const situation = staff.chain((people) =>
  fc.record({
    staff: fc.constant(people),
    conflictedUserIds: fc.subarray(people.map(({ id }) => id)),
    status: fc.constantFrom('under_review', 'concluded', 'endorsed'),
    concluder: fc.option(fc.nat(7)),
    endorser: fc.option(fc.nat(7)),
  }),
);

/** All ways to give the three steps to three people, tried one by one. */
function bruteForce(facts: CaseFacts): { conclude: string; endorse: string; decide: string }[] {
  const free = facts.staff.filter(({ id }) => !facts.conflictedUserIds.includes(id));
  const has = (member: StaffMember, role: Role) => member.roles.includes(role);
  const stands = (id: string | null) => id !== null && !facts.conflictedUserIds.includes(id);
  const late = facts.status !== 'under_review' && stands(facts.concluderId);
  const decided = facts.status === 'endorsed';
  const kept = late && (!decided || stands(facts.endorserId));
  const firsts = kept
    ? [{ id: facts.concluderId ?? '', roles: facts.concluderRoles ?? [] }]
    : free.filter((member) => has(member, 'appraiser'));
  return firsts.flatMap((first) => {
    const endorsers =
      kept && decided
        ? [facts.endorserId ?? '']
        : free.filter((m) => has(m, 'head') || (has(m, 'leader') && has(first, 'head'))).map(({ id }) => id);
    return endorsers.flatMap((endorse) =>
      free
        .filter((member) => has(member, 'leader'))
        .map((member) => ({ conclude: first.id, endorse, decide: member.id }))
        .filter((way) => new Set(Object.values(way)).size === 3),
    );
  });
}

describe('who may act, against every way tried one by one', () => {
  it('finds a way exactly when there is one, and the same people for each step', () => {
    let blocked = 0;
    fc.assert(
      fc.property(situation, ({ concluder, endorser, ...given }) => {
        const member = (index: number | null) => (index === null ? undefined : given.staff[index]);
        const facts = aCase({
          ...given,
          status: given.status as CaseFacts['status'],
          concluderId: member(concluder)?.id ?? null,
          concluderRoles: member(concluder)?.roles ?? [],
          endorserId: concluder === endorser ? null : (member(endorser)?.id ?? null),
        });
        const ways = bruteForce(facts);
        const found = whoMayAct(PROCEDURE, facts);
        blocked += ways.length === 0 ? 1 : 0;
        expect(found.feasible).toBe(ways.length > 0);
        const tried = ways.length > 0 ? found.steps : [];
        for (const { step: name, people } of tried)
          expect([...people].sort()).toEqual([...new Set(ways.map((way) => way[name]))].sort());
        for (const { people, ruledOut } of found.steps)
          expect([...people, ...ruledOut.map(({ id }) => id)].sort()).toEqual(
            given.staff.map(({ id }) => id).sort(),
          );
      }),
      drawn(1500),
    );
    expect(blocked).toBeGreaterThan(100);
  });
});
