import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  AnswerAssignment,
  type AnswerNews,
  assignmentsOf,
  assignPerson,
  type AssignmentOrder,
  conflictedUserIds,
  DeclareConflict,
  declarationOf,
  myAssignments,
  openAssignments,
  workloads,
} from '#assignments';
import { AccessPolicy, DEMO_PEOPLE, demoOrganisation } from '#identity';
import { type Actor } from '#kernel';
import { runAs } from '../../support/database.js';
import {
  appraisalBench,
  type AppraisalBench,
  chainOf,
  dossierWithFacts,
  refusalOf,
  rowOf,
  SYSTEM,
} from '../../support/screened-dossier.js';
import { demoActor } from '../../support/stored-dossier.js';

const lead = demoActor('chuyenvien1');
const substitute = demoActor('chuyenvien2');
const expert = demoActor('chuyengia1');
const head = demoActor('truongphong1');
let bench: AppraisalBench;
let id: string;
let told: AnswerNews[];

beforeAll(async () => {
  bench = await appraisalBench('assignments');
}, 60_000);
afterAll(() => bench.close());
beforeEach(async () => {
  id = await dossierWithFacts(bench, 'under_review');
  told = [];
});

const news = {
  tell: (_tx: unknown, _row: unknown, kind: AnswerNews) => Promise.resolve(void told.push(kind)),
};
const assign = (order: AssignmentOrder) =>
  bench.unitOfWork.run(head, async (tx) => assignPerson(tx, await rowOf(tx, id), order));
const answers = () => new AnswerAssignment(bench.acts, bench.unitOfWork, news);
const conflicts = () => new DeclareConflict(bench.acts, news);
const mine = (actor: Actor) => bench.unitOfWork.read(actor, myAssignments);
const all = () => bench.unitOfWork.read(SYSTEM, (tx) => assignmentsOf(tx, id));
const conflicted = () => bench.unitOfWork.read(SYSTEM, (tx) => conflictedUserIds(tx, id));
async function callOf(actor: Actor) {
  const open = await bench.unitOfWork.read(SYSTEM, (tx) => openAssignments(tx, id));
  return {
    assignmentId: open.find(({ assigneeId }) => assigneeId === actor.id)?.id ?? '',
    idempotencyKey: null,
    dryRun: false,
  };
}
const setLead = (person: Actor) =>
  runAs(
    bench.db.superuser,
    'UPDATE dossier SET lead_appraiser_id = $2, revision = revision + 1 WHERE id = $1',
    [id, person.id],
  );

describe('assigning', () => {
  test('assignee_unknown, assignee_role_missing, already_assigned, impossible_value', async () => {
    expect(
      (await refusalOf(assign({ assigneeId: '00000000-0000-4000-8000-00000000ffff', kind: 'lead' }))).code,
    ).toBe('assignee_unknown');
    expect((await refusalOf(assign({ assigneeId: expert.id, kind: 'lead' }))).code).toBe(
      'assignee_role_missing',
    );
    await assign({ assigneeId: expert.id, kind: 'expert' });
    expect((await refusalOf(assign({ assigneeId: expert.id, kind: 'expert' }))).code).toBe(
      'already_assigned',
    );
    expect((await refusalOf(assign({ assigneeId: lead.id, kind: 'expert', dueOn: '2026-07-14' }))).code).toBe(
      'impossible_value',
    );
  });
  test('assignee_in_conflict by affiliation with a party', async () => {
    await runAs(bench.db.superuser, "INSERT INTO dossier_party VALUES ($1, $2, 'technology_supplier')", [
      id,
      demoOrganisation('coal').id,
    ]);
    expect((await refusalOf(assign({ assigneeId: demoActor('chuyengia3').id, kind: 'expert' }))).code).toBe(
      'assignee_in_conflict',
    );
  });
  test('reassignment_reason_missing; with a reason the earlier lead is released and stays in the history', async () => {
    await assign({ assigneeId: lead.id, kind: 'lead' });
    expect((await refusalOf(assign({ assigneeId: substitute.id, kind: 'lead' }))).code).toBe(
      'reassignment_reason_missing',
    );
    bench.clock.advance(1000);
    await assign({ assigneeId: substitute.id, kind: 'lead', reason: 'Nghỉ phép' });
    expect((await all()).map(({ assigneeId, state, reason }) => [assigneeId, state, reason])).toEqual([
      [lead.id, 'released', null],
      [substitute.id, 'invited', 'Nghỉ phép'],
    ]);
  });
});

describe('declaring', () => {
  test('before declaring an expert knows the parties and the project, and nothing else', async () => {
    await runAs(bench.db.superuser, "INSERT INTO dossier_party VALUES ($1, $2, 'consultant')", [
      id,
      demoOrganisation('glass').id,
    ]);
    await assign({ assigneeId: expert.id, kind: 'expert', dueOn: '2026-07-20' });
    const [task] = (await mine(expert)).filter(({ dossierId }) => dossierId === id);
    expect(task).toMatchObject({
      state: 'invited',
      declaration: null,
      projectName: 'Nhà máy',
      dueOn: '2026-07-20',
      overdue: false,
    });
    expect(task?.parties.map(({ party }) => party)).toEqual(['consultant', 'investor']);
    expect((await refusalOf(bench.unitOfWork.read(expert, (tx) => bench.acts.open(tx, id)))).code).toBe(
      'not_found',
    );
  });
  test('without a conflict the expert accepts and sees the dossier', async () => {
    await assign({ assigneeId: expert.id, kind: 'expert' });
    expect(await answers().declare(expert, await callOf(expert), { conflict: false })).toMatchObject({
      state: 'accepted',
      declaration: 'no_conflict',
    });
    const opened = await bench.unitOfWork.read(expert, (tx) => bench.acts.open(tx, id));
    expect(opened.relations).toContain('assigned_expert');
    expect(await bench.unitOfWork.read(SYSTEM, (tx) => declarationOf(tx, id, expert.id))).toBe('no_conflict');
    expect((await refusalOf(answers().declare(expert, await callOf(expert), { conflict: false }))).code).toBe(
      'assignment_over',
    );
  });
  test('with a conflict the expert is out, the heads hear of it, and nothing shows any more', async () => {
    await assign({ assigneeId: expert.id, kind: 'expert' });
    const call = await callOf(expert);
    expect((await refusalOf(answers().declare(expert, call, { conflict: true }))).code).toBe(
      'reason_missing',
    );
    expect(await answers().declare(expert, call, { conflict: true, reason: 'Em ruột' })).toMatchObject({
      state: 'declined',
    });
    expect(told).toEqual(['assignment.conflict']);
    expect(await conflicted()).toContain(expert.id);
    expect((await mine(expert)).filter(({ dossierId }) => dossierId === id)).toEqual([]);
    expect((await refusalOf(answers().declare(expert, call, { conflict: false }))).code).toBe('not_found');
    expect((await refusalOf(assign({ assigneeId: expert.id, kind: 'expert' }))).code).toBe(
      'assignee_in_conflict',
    );
    const chain = await chainOf(bench, id);
    expect(chain.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['assignment.declined', 'conflict.declared']),
    );
    expect(JSON.stringify(chain)).not.toContain('ruột');
  });
  test('a lead in conflict leaves the dossier at once', async () => {
    await assign({ assigneeId: lead.id, kind: 'lead' });
    await setLead(lead);
    await answers().declare(lead, await callOf(lead), { conflict: true, reason: 'x' });
    expect(
      await bench.unitOfWork.run(SYSTEM, async (tx) => (await rowOf(tx, id)).leadAppraiserId),
    ).toBeNull();
    expect((await refusalOf(bench.unitOfWork.read(lead, (tx) => bench.acts.open(tx, id)))).code).toBe(
      'not_found',
    );
  });
  test('not_found for the assignment of somebody else', async () => {
    await assign({ assigneeId: expert.id, kind: 'expert' });
    expect(
      (await refusalOf(answers().declare(substitute, await callOf(expert), { conflict: false }))).code,
    ).toBe('not_found');
  });
  test('a declined lead may not answer again: assignment_over', async () => {
    await assign({ assigneeId: lead.id, kind: 'lead' });
    await setLead(lead);
    const call = await callOf(lead);
    await answers().decline(lead, call, { reason: 'Quá tải' });
    expect(told).toEqual(['assignment.declined']);
    expect((await refusalOf(answers().decline(lead, call, { reason: 'Quá tải' }))).code).toBe(
      'assignment_over',
    );
  });
  test('a head declares the own conflict once', async () => {
    const call = { dossierId: id, idempotencyKey: null, dryRun: false };
    // Nobody else is needed in the place of a head without a task, so nobody is told.
    const tried = await conflicts().run(head, { ...call, dryRun: true }, { reason: 'Bạn học' });
    expect(tried.headsTold).toBe(false);
    expect(await conflicted()).not.toContain(head.id);
    await conflicts().run(head, call, { reason: 'Bạn học' });
    expect(await conflicted()).toContain(head.id);
    expect((await refusalOf(conflicts().run(demoActor('gom'), call, { reason: 'x' }))).code).toBe(
      'command_not_for_you',
    );
  });
});

describe('one rule of conflict', () => {
  test('the set of people in conflict is what the access policy says of each', async () => {
    await runAs(
      bench.db.superuser,
      "INSERT INTO dossier_party VALUES ($1, $2, 'technology_supplier'), ($1, $3, 'consultant')",
      [id, demoOrganisation('coal').id, demoOrganisation('institute').id],
    );
    await conflicts().run(
      substitute,
      { dossierId: id, idempotencyKey: null, dryRun: false },
      { reason: 'x' },
    );
    const policy = new AccessPolicy();
    const people = DEMO_PEOPLE.map(({ email }) => demoActor(email.split('@')[0] ?? ''));
    const said = await bench.unitOfWork.read(SYSTEM, async (tx) => {
      const found: string[] = [];
      for (const person of people)
        if ((await policy.relationsOfUser(tx, id, person))?.includes('conflicted')) found.push(person.id);
      return found.sort();
    });
    expect(said.length).toBeGreaterThan(3);
    expect(await conflicted()).toEqual(said);
  });
});

describe('workload', () => {
  test('counts open dossiers by kind', async () => {
    const before = (await bench.unitOfWork.read(head, workloads)).find(
      ({ userId }) => userId === substitute.id,
    );
    await assign({ assigneeId: substitute.id, kind: 'lead' });
    const after = (await bench.unitOfWork.read(head, workloads)).find(
      ({ userId }) => userId === substitute.id,
    );
    expect([after?.leading, after?.unanswered]).toEqual([
      (before?.leading ?? 0) + 1,
      (before?.unanswered ?? 0) + 1,
    ]);
  });
});
