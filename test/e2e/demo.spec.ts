import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PDFParse } from 'pdf-parse';
import { Checkpoints, verifyDatabase, verifyExport } from '#audit';
import { ClockAlarms, ConditionAlarms } from '#casework';
import { PROCEDURES } from '#contracts';
import { UnitOfWork } from '#database';
import {
  callInto,
  type JourneyRun,
  type JourneyWorld,
  loadDemoDossiers,
  loadRegister,
  readJourneys,
  readRegister,
  registerReport,
  runJourneys,
} from '#demo';
import { storedHash } from '#documents';
import { DEMO_AUTHORITY, DEMO_PASSWORD } from '#identity';
import { civilDate, instantAt, systemActor } from '#kernel';
import { ImportRuns } from '#projects';
import { startTestApi, type TestApi } from '../support/api.js';

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'dossiers');
const PROJECTS = join(import.meta.dirname, '..', 'fixtures', 'projects');
const TODAY = civilDate('2026-11-23');
const OPEN = [
  '1-draft',
  '10-endorsed',
  '11-endorsed-refusal',
  '2-submitted',
  '3-supplement-requested',
  '4-under-review',
  '5-overdue',
  '6-concluded',
  '7-determination-waiting',
  '8-council-in-session',
  '9-conditions-owed',
];
const journeys = readJourneys(FOLDER, TODAY);

function worldOf(api: TestApi): JourneyWorld {
  const [clocks, conditions] = [api.app.get(ClockAlarms), api.app.get(ConditionAlarms)];
  const eachMorning = async () => [
    await clocks.tick(DEMO_AUTHORITY.id),
    await conditions.tick(DEMO_AUTHORITY.id),
  ];
  return { call: callInto(api.app), clock: api.clock, password: DEMO_PASSWORD, eachMorning };
}

/** The text of the last letter that was issued in a run, blanks folded. */
const lastLetter = (run: JourneyRun | undefined): Promise<string> => textOf(run?.papers.at(-1)?.bytes);

async function textOf(bytes: Uint8Array | undefined): Promise<string> {
  const parser = new PDFParse({ data: new Uint8Array(bytes ?? []) });
  try {
    return (await parser.getText()).text.replace(/\s+/gu, ' ');
  } finally {
    await parser.destroy();
  }
}

describe('the demonstration', () => {
  let api: TestApi;
  let runs: JourneyRun[];
  const runOf = (id: string) => runs.find(({ journey }) => journey.id === id);
  beforeAll(async () => {
    api = await startTestApi({ label: 'demo' });
    runs = await runJourneys(journeys, worldOf(api));
  }, 120_000);
  afterAll(() => api?.close());

  it.each(journeys.map(({ id }) => id))('%s ends as its history says', (id) => {
    expect(runOf(id)?.failures).toEqual([]);
  });

  it('is told to the owner without the steps of the house and without names', async () => {
    const owner = await api.login('ximang@demo.techgate.vn');
    const id = runOf('cement-wet-kiln-prohibited')?.dossierId ?? '';
    const { body } = await owner.get<{ items: { code: string; actorName: string | null }[] }>(
      `/api/v1/dossiers/${id}/timeline`,
    );
    const codes = body.items.map(({ code }) => code).reverse();
    expect(codes).toEqual([
      ...['create', 'submit', 'accept', 'receipt', 'notify_refusal', 'intended_refusal'],
      ...['respond_to_refusal', 'refuse', 'decision'],
    ]);
    expect(new Set(body.items.map(({ actorName }) => actorName))).toEqual(new Set([null]));
  });

  it('explains the due day of the agency letter that was entered late, day by day', async () => {
    const run = runOf('paper-late-letter');
    const clock = run?.outcome?.clocks.find(({ ruleId }) => ruleId === 'T-26-2');
    const lead = await api.login('chuyenvien3@demo.techgate.vn');
    const { body } = await lead.get<{ days: { date: string; counted: boolean }[] }>(
      `/api/v1/dossiers/${run?.dossierId ?? ''}/clocks/${clock?.id ?? ''}/explanation`,
    );
    const counted = body.days.filter((one) => one.counted).map(({ date }) => date.slice(5));
    expect(counted).toEqual(['05-07', '05-08', '05-11', '05-12', '05-13', '05-14', '05-15']);
  });

  it('prints opinions with conditions and findings in words, late ones with their reason, no overturned finding', async () => {
    const conditional = await lastLetter(runOf('textile-two-machines-replaced'));
    expect(conditional).toContain('Sở Khoa học và Công nghệ nhận được hồ sơ đề nghị có ý kiến');
    expect(conditional).toContain('30/11/2026');
    expect(conditional).toContain('Nếu năm sản xuất là 2016');
    expect(await lastLetter(runOf('coal-silence-recorded'))).toContain('nghỉ ốm từ ngày 19/6 đến 24/6/2026');
    const overturned = await lastLetter(runOf('glass-used-line-overturned'));
    expect(overturned).toContain('Công suất đo được 91%');
    expect(overturned).not.toContain('Kết quả kiểm tra');
  });

  it('leaves a log that verifies, and evidence of each dossier that verifies without the database', async () => {
    const [unitOfWork, checkpoints] = [api.app.get(UnitOfWork), api.app.get(Checkpoints)];
    const system = systemActor(DEMO_AUTHORITY.id);
    const keys = [checkpoints.publicKey.pem];
    await unitOfWork.run(system, (tx) => checkpoints.take(tx));
    for (const { dossierId } of runs) {
      const evidence = await unitOfWork.run(system, (tx) => checkpoints.exportEvidence(tx, dossierId ?? ''));
      expect(verifyExport(JSON.parse(JSON.stringify(evidence)), keys).firstBad).toBeNull();
    }
    const hashOf = (key: string) => storedHash(api.config.storageFolder, key);
    const report = await verifyDatabase(api.db.app, () => undefined, keys, { hashOf });
    expect(report.files).toBeGreaterThan(runs.length);
    expect({
      firstBad: report.firstBad,
      uncovered: report.uncovered,
      chains: report.chains >= runs.length,
    }).toEqual({
      firstBad: null,
      uncovered: 0,
      chains: true,
    });
  });

  it('plays every procedure', () => {
    const procedures = new Set(runs.map(({ outcome }) => outcome?.dossier.procedureId));
    expect(procedures).toEqual(new Set(PROCEDURES));
  });

  it('replaces the letter that a complaint was about', () => {
    const decisions = runOf('complaint-tiles-letter-replaced')?.outcome?.letters.filter(
      ({ kind }) => kind === 'decision',
    );
    expect(decisions?.map(({ validity }) => validity)).toEqual(['replaced', 'valid']);
  });

  it('writes minutes with the recusal, the shares and the dissent', async () => {
    const minutes = runOf('appraisal-coal-council')?.papers.find(({ fileName }) =>
      fileName.includes('council_minutes'),
    );
    const text = await textOf(minutes?.bytes);
    expect(text).toContain('3/6');
    expect(text).toContain('5/6');
    expect(text).toContain('đo độ xuất khí mê-tan bổ sung');
  });

  it('fills the register, in which coverage is not whole and the missed projects are named', async () => {
    api.clock.set(instantAt(TODAY, 10));
    const imports = new ImportRuns(api.app.get(UnitOfWork));
    const runImports = () => imports.turn(systemActor(DEMO_AUTHORITY.id));
    const coverage = await loadRegister(readRegister(PROJECTS), { ...worldOf(api), runImports });
    const { all, answered, notSubject, inHand, missed, none } = coverage;
    expect({ all, sum: answered + notSubject + inHand + missed + none }).toEqual({ all: 200, sum: 200 });
    expect(answered).toBeGreaterThanOrEqual(14);
    expect(notSubject).toBe(7);
    expect(coverage.missedNames).toHaveLength(missed);
    expect(missed).toBeGreaterThan(30);
    expect({ followed: coverage.followed, notFollowed: coverage.notFollowed }).toEqual({
      followed: 1,
      notFollowed: 1,
    });
    expect(registerReport(coverage)).toContain(`${answered + notSubject}/200 dự án`);
  }, 60_000);

  it('is not loaded where there are dossiers already', async () => {
    expect(await loadDemoDossiers({ folder: FOLDER, today: TODAY }, worldOf(api))).toEqual([]);
  });
});

describe('the demonstration in a new installation', () => {
  it('holds the histories that are over by today, and eleven open dossiers as of today', async () => {
    const api = await startTestApi({ label: 'demo_load' });
    const today = civilDate('2026-04-22');
    const loaded = await loadDemoDossiers({ folder: FOLDER, today }, worldOf(api));
    await api.close();
    expect(loaded.map(({ journey }) => journey.id)).toEqual([
      'cement-wet-kiln-prohibited',
      'glass-used-line-2018-law',
      ...OPEN,
    ]);
    expect(loaded.flatMap(({ failures }) => failures)).toEqual([]);
    const overdue = loaded.find(({ journey }) => journey.id === '5-overdue');
    expect(overdue?.outcome?.timeline.some(({ kind }) => kind === 'silence')).toBe(true);
  }, 60_000);
});
