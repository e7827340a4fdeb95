import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, civilDateOf } from '#kernel';
import { type ApiClient } from '../support/api-client.js';
import { type TestApi } from '../support/api.js';
import { aDossier, conclude, declared, examine, supplementRequest } from '../support/dossier-builder.js';
import { type DossierDriver, emailOf, personId } from '../support/dossier-driver.js';
import { HEADER, ImportSteps } from '../support/import-steps.js';
import { xlsxFile } from '../support/xlsx-builder.js';
import { type Chance } from './chance.js';
import { type Network, Stopped } from './network.js';
import { type Report } from './report.js';

const PDF = readFileSync(new URL('../fixtures/files/letter.pdf', import.meta.url));
const TRIES = 4;
const IMPORT_ROWS = 30;
const UP_TO_SCREENING = 11;

type Step = (dossier: DossierDriver) => Promise<unknown>;
interface Office {
  network: Network;
  report: Report;
  chance: Chance;
}

/** People who do nothing but send dossiers through the house, and one who brings in lists, until they are stopped. */
export class Visitors {
  private readonly running: Promise<void>[] = [];
  private serial = 0;

  constructor(private readonly office: Office) {}

  start(count: number): void {
    for (let n = 0; n < count; n += 1) this.running.push(this.dossiers(n));
    this.running.push(this.lists());
  }
  async stop(): Promise<void> {
    this.office.network.stopped = true;
    await Promise.all(this.running);
  }

  private async dossiers(visitor: number): Promise<void> {
    while (!this.office.network.stopped) await this.unlessStopped(() => this.oneDossier(visitor));
  }

  private async oneDossier(visitor: number): Promise<void> {
    const { network, chance, report } = this.office;
    const api = network.api;
    const dossier = await this.tried('open', () => this.opened(api, visitor));
    // What arrived on paper weeks ago is late already: the worker says so, and nobody decides it here.
    const end = chance.between(3, dossier.owner === 'motcua1' ? UP_TO_SCREENING : WAY.length);
    for (const [name, step] of WAY.slice(0, end)) await this.tried(name, () => step(dossier));
    report.count('dossiers on their way');
  }

  private opened(api: TestApi, visitor: number): Promise<DossierDriver> {
    this.serial += 1;
    const builder = aDossier(api).named(`Dự án chịu lỗi ${this.serial}`);
    const late = addDays(civilDateOf(new Date()), -21);
    if (this.serial % 5 === 0) return builder.onPaper(late).open();
    return (visitor % 2 === 0 ? builder.asRequest() : builder).open();
  }

  private async lists(): Promise<void> {
    const clerk = await this.office.network.api.login(emailOf('motcua1'));
    while (!this.office.network.stopped) await this.unlessStopped(() => this.oneList(clerk));
  }

  private async oneList(clerk: ApiClient): Promise<void> {
    this.serial += 1;
    const serial = this.serial;
    const steps = new ImportSteps(this.office.network.api, clerk);
    const rows = Array.from({ length: IMPORT_ROWS }, (_, n) => [
      `Dự án danh sách ${serial} số ${n + 1}`,
      `Công ty ${serial}-${n + 1}`,
      null,
      n + 1,
      '05/07/2026',
    ]);
    const file = xlsxFile([{ name: 'Danh sách', rows: [HEADER, ...rows] }]);
    const { body } = await steps.upload(file, 'danh-sach.xlsx');
    const preview = await steps.preview(body.id);
    if (preview.status !== 200) throw new Error(`preview: ${JSON.stringify(preview.body)}`);
    const started = await steps.post(body.id, 'run', {
      undecidedInFile: 'import_as_new',
      undecidedInRegister: 'import_as_new',
    });
    if (started.status !== 202) throw new Error(`run: ${JSON.stringify(started.body)}`);
    this.office.report.count('lists started');
    await sleep(3000);
  }

  /** The worker acts on the same dossiers: whoever meets its change looks anew and goes on. */
  private async tried<Result>(name: string, step: () => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await step();
      } catch (error) {
        if (error instanceof Stopped) throw error;
        if (attempt === TRIES) throw new Error(`${name}: ${String(error)}`, { cause: error });
        await sleep(100);
      }
    }
  }

  private async unlessStopped(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof Stopped || this.office.network.stopped) return;
      this.office.report.violate(`a person cannot go on: ${String(error).slice(0, 400)}`);
      await sleep(500);
    }
  }
}

const paper = (): Buffer => Buffer.concat([PDF, Buffer.from(`\n% ${Math.random()}\n`)]);
const inDays = (days: number) => addDays(civilDateOf(new Date()), days);

/** The way of a dossier, as far as chance lets it go. */
const WAY: readonly (readonly [string, Step])[] = [
  ['upload', (dossier) => dossier.upload(dossier.owner, paper(), 'thuyet-minh.pdf')],
  ['submit', (dossier) => dossier.command(dossier.owner, 'submit', {})],
  [
    'request_supplement',
    (dossier) => dossier.command('motcua1', 'request_supplement', supplementRequest(inDays(5))),
  ],
  ['supplement letter', (dossier) => issued(dossier, 'supplement_request')],
  ['supplement upload', (dossier) => dossier.upload(dossier.owner, paper(), 'bo-sung.pdf')],
  ['resubmit', (dossier) => dossier.command(dossier.owner, 'resubmit', {})],
  ['accept', (dossier) => dossier.command('motcua1', 'accept', {})],
  ['receipt', (dossier) => issued(dossier, 'receipt')],
  [
    'assign',
    (dossier) =>
      dossier.command('truongphong1', 'assign', { assigneeId: personId('chuyenvien1'), kind: 'lead' }),
  ],
  ['declare', (dossier) => declared(dossier)],
  ['screen', (dossier) => dossier.command('chuyenvien1', 'screen', {})],
  ['examine', (dossier) => examine(dossier)],
  ['conclude', (dossier) => conclude(dossier)],
  ['endorse', (dossier) => dossier.command('truongphong1', 'endorse', {})],
  ['approve', (dossier) => dossier.command('giamdoc', 'approve', {})],
  ['decision', (dossier) => issued(dossier, 'decision')],
];

async function issued(dossier: DossierDriver, kind: string): Promise<void> {
  const answer = await dossier.issue(kind);
  if (answer.status !== 200) throw new Error(`${kind}: ${JSON.stringify(answer.body)}`);
}
