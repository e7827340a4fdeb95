import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { civilDate, instantAt } from '#kernel';
import { startTestApi, type TestApi } from '../../support/api.js';
import { CouncilDriver, SEATS } from '../../support/council-driver.js';
import { runAs } from '../../support/database.js';
import {
  anAcceptedDetermination,
  ANSWER,
  askedOf,
  consult,
  consultation,
  consulted,
  daysAfter,
  todayOf,
} from '../../support/determination.js';
import { aDossier } from '../../support/dossier-builder.js';
import { type DossierDriver, signer } from '../../support/dossier-driver.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'hearings' });
}, 60_000);
afterAll(() => api?.close());

const replies = async (dossier: DossierDriver) =>
  (await dossier.clocks()).filter(({ ruleId }) => ruleId === 'T-23-1').length;

test('of an answer and a closing at the same time one wins, and our reply starts once', async () => {
  const dossier = await anAcceptedDetermination(api);
  const asked = await consulted(dossier);
  api.clock.set(instantAt(civilDate(daysAfter(asked.dueOn ?? todayOf(dossier), 1)), 9));
  const [answer, closing] = await Promise.all([
    consult(dossier, 'phoihop', `/${asked.id}/answer`, ANSWER),
    consult(dossier, 'truongphong1', `/${asked.id}/close`, { reason: 'Không trả lời.' }),
  ]);
  const codes = [answer.status, closing.status].sort((a, b) => a - b);
  // Whoever is no longer asked no longer finds the dossier.
  expect(codes[0]).toBe(200);
  expect([404, 409]).toContain(codes[1]);
  const expected = answer.status === 200 ? 'answered' : 'closed_silent';
  expect((await consultation(dossier, asked.id)).state).toBe(expected);
  expect(await replies(dossier)).toBe(1);
});

test('of two agencies that answer at the same time one is the last, and our reply starts once', async () => {
  const dossier = await anAcceptedDetermination(api);
  const first = await consulted(dossier);
  const second = await consulted(dossier, 'industry');
  const answers = await Promise.all([
    consult(dossier, 'phoihop', `/${first.id}/answer`, ANSWER),
    consult(dossier, 'phoihop2', `/${second.id}/answer`, ANSWER),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await replies(dossier)).toBe(1);
});

test('a question issued twice at once is asked once', async () => {
  const dossier = await anAcceptedDetermination(api);
  await consult(dossier, 'truongphong1', '', askedOf('environment'));
  const { items } = (await dossier.get<{ items: { id: string; kind: string }[] }>('motcua1', '/letters'))
    .body;
  const letter = items.find(({ kind }) => kind === 'consultation_request');
  const path = dossier.url(`/letters/${letter?.id ?? ''}/issue`);
  const clerks = await Promise.all(['motcua1', 'motcua2'].map((who) => dossier.person(who)));
  const answers = await Promise.all(clerks.map((clerk) => clerk.post(path, { signedBy: signer })));
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  expect((await dossier.clocks()).filter(({ ruleId }) => ruleId === 'T-23-1-REPLY')).toHaveLength(1);
});

test('votes that race with the closing are counted, or told that it is over', async () => {
  const voters = Object.keys(SEATS).filter((name) => name !== 'thuky');
  const council = await new CouncilDriver(await aDossier(api).underReview().open()).established();
  const motion = await council.motion(await council.meeting(voters));
  const [closing, ...votes] = await Promise.all([
    council.send<{ result: { for: number } }>('thuky', `/council/motions/${motion}/close`),
    ...voters.map((who) => council.vote(who, motion, 'for')),
    ...voters.map((who) => council.vote(who, motion, 'for')),
  ]);
  expect(closing?.status).toBe(200);
  const cast = votes.filter(({ status }) => status === 200).length;
  expect(closing?.body.result.for).toBe(cast);
  expect(
    votes.every(
      ({ status, body }) => status === 200 || ['vote_over', 'vote_cast_already'].includes(String(body.code)),
    ),
  ).toBe(true);
  const stored = await runAs(
    api.db.superuser,
    'SELECT count(*)::int AS n FROM council_vote WHERE motion_id = $1',
    [motion],
  );
  expect(stored[0]?.['n']).toBe(cast);
});
