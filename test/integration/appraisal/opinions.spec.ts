import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type OpinionSave,
  opinionsOf,
  opinionVersions,
  roundOpinions,
  SaveOpinion,
  sheetsOf,
} from '#appraisal';
import { AnswerAssignment, assignPerson, type AssignmentNews, openAssignments } from '#assignments';
import { conflictedUserIds } from '#identity';
import { type Actor } from '#kernel';
import { runAs } from '../../support/database.js';
import {
  appraisalBench,
  type AppraisalBench,
  chainOf,
  dossierWithFacts,
  refusalOf,
  rowOf,
  storeDocument,
  SYSTEM,
} from '../../support/screened-dossier.js';
import { demoActor } from '../../support/stored-dossier.js';

const lead = demoActor('chuyenvien1');
const expert = demoActor('chuyengia1');
const other = demoActor('chuyengia2');
const head = demoActor('truongphong1');
const SILENT: AssignmentNews = { tell: () => Promise.resolve() };
let bench: AppraisalBench;
let id: string;
let codes: string[];

beforeAll(async () => {
  bench = await appraisalBench('opinions');
}, 60_000);
afterAll(() => bench.close());
beforeEach(async () => {
  id = await dossierWithFacts(bench, 'under_review', undefined, lead);
  await bench.unitOfWork.run(head, async (tx) => {
    const row = await rowOf(tx, id);
    await assignPerson(tx, row, { assigneeId: lead.id, kind: 'lead' });
    for (const { id: assigneeId } of [expert, other])
      await assignPerson(tx, row, { assigneeId, kind: 'expert' });
    codes = (await sheetsOf(tx, row))[0]?.criteria.map(({ code }) => code) ?? [];
  });
});

const call = (more = {}) => ({ dossierId: id, idempotencyKey: null, dryRun: false, ...more });
const opinions = () => new SaveOpinion(bench.acts);
async function declare(actor: Actor): Promise<void> {
  const own = await bench.unitOfWork.read(SYSTEM, async (tx) =>
    (await openAssignments(tx, id)).find(({ assigneeId }) => assigneeId === actor.id),
  );
  await new AnswerAssignment(bench.acts, bench.unitOfWork, SILENT).declare(
    actor,
    { assignmentId: own?.id ?? '', idempotencyKey: null, dryRun: false },
    { conflict: false },
  );
}
const content = (revision = 0, more: Partial<OpinionSave> = {}): OpinionSave => ({
  revision,
  criteria: codes.map((code) => ({ code, mark: 'achieved' })),
  recommendation: 'agree',
  summary: 'Phù hợp',
  ...more,
});
async function record(actor: Actor): Promise<void> {
  await declare(actor);
  await opinions().save(actor, call(), content());
  await opinions().record(actor, call(), 1);
}
const readBy = (actor: Actor) =>
  bench.unitOfWork.read(actor, async (tx) =>
    (await opinionsOf(tx, await bench.acts.open(tx, id))).map(({ authorId, state }) => [authorId, state]),
  );
const counted = () =>
  bench.unitOfWork.read(SYSTEM, async (tx) => {
    const round = { id, round: 1, leadAppraiserId: null };
    return (await roundOpinions(tx, round, await conflictedUserIds(tx, id))).recorded;
  });

describe('who gives an opinion', () => {
  test('not_found for the lead before the declaration; declaration_missing for one who sees everything anyway', async () => {
    expect((await refusalOf(opinions().save(lead, call(), content()))).code).toBe('not_found');
    const overseeing: Actor = { ...lead, roles: ['appraiser', 'head'] };
    expect((await refusalOf(opinions().save(overseeing, call(), content()))).code).toBe(
      'declaration_missing',
    );
  });
  test('command_not_for_you for an appraiser without a task; not_found for an expert who was not asked', async () => {
    expect((await refusalOf(opinions().save(demoActor('chuyenvien2'), call(), content()))).code).toBe(
      'command_not_for_you',
    );
    expect((await refusalOf(opinions().save(demoActor('chuyengia3'), call(), content()))).code).toBe(
      'not_found',
    );
    expect((await refusalOf(opinions().save(expert, call(), content()))).code).toBe('not_found');
  });
  test('command_not_permitted_now once the dossier is concluded', async () => {
    await declare(lead);
    await runAs(bench.db.superuser, 'ALTER TABLE dossier DISABLE TRIGGER ALL');
    await runAs(bench.db.superuser, "UPDATE dossier SET status = 'concluded' WHERE id = $1", [id]);
    await runAs(bench.db.superuser, 'ALTER TABLE dossier ENABLE TRIGGER ALL');
    expect((await refusalOf(opinions().save(lead, call(), content()))).code).toBe(
      'command_not_permitted_now',
    );
  });
});

describe('drafts and records', () => {
  test('a draft may be incomplete and counts only when recorded', async () => {
    await declare(lead);
    expect(
      await opinions().save(lead, call(), content(0, { criteria: [], recommendation: null, summary: '' })),
    ).toMatchObject({ state: 'draft', revision: 1 });
    expect((await refusalOf(opinions().record(lead, call(), 1))).code).toBe('opinion_incomplete');
    await opinions().save(lead, call(), content(1));
    expect(await counted()).toBe(0);
    expect(await opinions().record(lead, call(), 2)).toMatchObject({ state: 'recorded', revision: 3 });
    expect(await counted()).toBe(1);
    expect((await refusalOf(opinions().record(lead, call(), 3))).code).toBe('opinion_recorded_already');
  });
  test('opinion_draft_missing and stale_revision', async () => {
    await declare(lead);
    expect((await refusalOf(opinions().record(lead, call(), 0))).code).toBe('opinion_draft_missing');
    await opinions().save(lead, call(), content());
    expect(await refusalOf(opinions().save(lead, call(), content(0)))).toMatchObject({
      code: 'stale_revision',
      details: { revision: 1, changedBy: lead.name, changedAt: bench.clock.now().toISOString() },
    });
  });
  test('criterion_unknown, criteria_sheet_unknown, evidence_document_unknown', async () => {
    await declare(lead);
    const unknown = content(0, { criteria: [{ code: 'NO', mark: 'achieved' }] });
    expect(await refusalOf(opinions().save(lead, call(), unknown))).toMatchObject({
      code: 'criterion_unknown',
      details: { codes: ['NO'] },
    });
    expect((await refusalOf(opinions().save(lead, call(), content(0, { sheetId: 'no' })))).code).toBe(
      'criteria_sheet_unknown',
    );
    const foreign = await storeDocument(bench, await dossierWithFacts(bench, 'under_review'));
    const criteria = [{ code: codes[0] ?? '', mark: 'achieved' as const, documentIds: [foreign] }];
    expect((await refusalOf(opinions().save(lead, call(), content(0, { criteria })))).code).toBe(
      'evidence_document_unknown',
    );
  });
  test('a recorded opinion that changes keeps its versions and is logged without its text', async () => {
    await record(lead);
    await opinions().save(lead, call(), content(2, { summary: 'Đổi ý' }));
    expect((await refusalOf(opinions().save(lead, call(), content(3, { summary: '' })))).code).toBe(
      'opinion_incomplete',
    );
    const versions = await bench.unitOfWork.read(head, async (tx) => {
      const opened = await bench.acts.open(tx, id);
      return opinionVersions(tx, opened, (await opinionsOf(tx, opened))[0]?.id ?? '');
    });
    expect(versions.map(({ revision, content: kept }) => [revision, kept.summary])).toEqual([
      [3, 'Đổi ý'],
      [2, 'Phù hợp'],
    ]);
    const chain = await chainOf(bench, id);
    expect(chain.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['opinion.recorded', 'opinion.changed']),
    );
    expect(JSON.stringify(chain)).not.toContain('Đổi ý');
  });
  test('the opinion of somebody in conflict does not count', async () => {
    await record(lead);
    await runAs(
      bench.db.superuser,
      `INSERT INTO conflict_of_interest (dossier_id, user_id, source, reason, declared_at) VALUES ($1, $2, 'recorded', 'x', now())`,
      [id, lead.id],
    );
    expect(await counted()).toBe(0);
  });
});

describe('who reads opinions', () => {
  test('an expert reads others only after recording the own one; nobody reads drafts of others', async () => {
    await record(expert);
    await declare(other);
    expect(await readBy(other)).toEqual([]);
    await opinions().save(other, call(), content());
    expect(await readBy(other)).toEqual([[other.id, 'draft']]);
    expect(await readBy(head)).toEqual([[expert.id, 'recorded']]);
    await opinions().record(other, call(), 1);
    expect((await readBy(other)).map(([author]) => author).sort()).toEqual([expert.id, other.id].sort());
  });
  test('the owner reads none', async () => {
    await record(expert);
    expect(await readBy(demoActor('gom'))).toEqual([]);
  });
});
