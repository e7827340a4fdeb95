// The demonstration: plays every history of a folder over real HTTP, fills the register of projects, prints the table and
// the coverage, ends with 1 if something went wrong.
// Arguments: folder of the histories, folder of the register, folder for the letters, and optionally --json.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  callOverNetwork,
  type CoverageSummary,
  demoRow,
  type DemoRow,
  demoTable,
  type JourneyRun,
  loadRegister,
  readJourneys,
  readRegister,
  registerReport,
  runJourneys,
} from '#demo';
import { civilDateOf, instantAt } from '#kernel';
import { openDemoApp } from './demo-app.js';
import { verifiedLog } from './verified-log.js';

const [fixtures = '', register = '', letters = '', ...options] = process.argv.slice(2);
const asJson = options.includes('--json');
const out = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function writePapers({ journey, papers }: JourneyRun): Promise<void> {
  for (const { fileName, bytes } of papers)
    await writeFile(join(letters, `${journey.id}-${fileName}`), bytes);
}

function report(
  rows: DemoRow[],
  coverage: CoverageSummary,
  databaseVerified: boolean,
  seconds: string,
): void {
  if (asJson) {
    out(JSON.stringify({ dossiers: rows, coverage, databaseVerified, letters }, null, 2));
    return;
  }
  out(`\n${demoTable(rows)}`);
  for (const { id, failures } of rows) for (const failure of failures) out(`SAI: ${id}: ${failure}`);
  const sound = rows.filter(({ failures, logVerified }) => failures.length === 0 && logVerified).length;
  out(`${sound}/${rows.length} hồ sơ đúng kịch bản và có nhật ký toàn vẹn, ${seconds} giây.`);
  out(`\n${registerReport(coverage)}\n`);
  out(
    `Toàn bộ nhật ký trong cơ sở dữ liệu: ${databaseVerified ? 'toàn vẹn' : 'SAI'}. Văn bản đã ban hành: ${letters}`,
  );
}

async function play(): Promise<boolean> {
  const begun = performance.now();
  const { app, world } = await openDemoApp(instantAt(civilDateOf(new Date())));
  try {
    await app.listen(0, '127.0.0.1');
    const journeys = readJourneys(fixtures, civilDateOf(new Date()));
    const called = { ...world, call: callOverNetwork(await app.getUrl()) };
    const runs = await runJourneys(journeys, called);
    world.clock.set(new Date());
    const coverage = await loadRegister(readRegister(register), called);
    const log = await verifiedLog(
      app,
      runs.flatMap(({ dossierId }) => (dossierId === null ? [] : [dossierId])),
    );
    await rm(letters, { recursive: true, force: true });
    await mkdir(letters, { recursive: true });
    for (const run of runs) await writePapers(run);
    const rows = runs.map((run) => demoRow(run, log.dossiers.get(run.dossierId ?? '') ?? false));
    report(rows, coverage, log.database, ((performance.now() - begun) / 1000).toFixed(1));
    return log.database && rows.every(({ failures, logVerified }) => failures.length === 0 && logVerified);
  } finally {
    await app.close();
  }
}

process.exitCode = (await play()) ? 0 : 1;
