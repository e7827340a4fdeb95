import { type CommandPayloads, type ProcedureId, type TechnologyFacts } from '#contracts';
import { demoOrganisation } from '#identity';
import { addDays, civilDateOf } from '#kernel';
import { type TestApi } from './api.js';
import { type DossierBody, DossierDriver, emailOf, personId } from './dossier-driver.js';

/** Papers of every code: complete for every stage and procedure. */
export const ALL_PAPERS = Array.from({ length: 18 }, (_, index) => ({ item: `D${index + 1}` }));
/** Facts in which the rules find nothing to object to. */
export const CLEAN_FACTS: TechnologyFacts = {
  project: { name: 'Nhà máy gốm Hồng Lam', stage: 'policy', environmentalGroup: 'III' },
  lines: [
    {
      id: 'line',
      name: 'Dây chuyền sấy',
      technologyName: 'sấy phun tự động',
      condition: 'new',
      standards: ['QCVN 01'],
    },
  ],
  papers: ALL_PAPERS,
};
/** The same plant with another technology on its line. */
export const CHANGED_FACTS: TechnologyFacts = {
  ...CLEAN_FACTS,
  lines: (CLEAN_FACTS.lines ?? []).map((line) => ({ ...line, technologyName: 'sấy tầng sôi tự động' })),
};
/** One machine that is too old; a condition can cure it. */
export const OLD_MACHINE_FACTS: TechnologyFacts = {
  ...CLEAN_FACTS,
  equipment: [
    {
      id: 'm',
      name: 'Máy ép',
      hsCode: '84771039',
      condition: 'used',
      yearMade: 2000,
      plannedArrivalYear: 2026,
    },
  ],
};

interface Start {
  owner: string;
  body: Record<string, unknown>;
}
type Step = (dossier: DossierDriver) => Promise<unknown>;

/** Steps towards the dossier that a test needs; each goes through HTTP. People go by their short names. */
export class DossierBuilder {
  private start: Start = { owner: 'gom', body: {} };
  private facts: TechnologyFacts = CLEAN_FACTS;
  private readonly steps: Step[] = [];

  constructor(private readonly api: TestApi) {}

  /** Opened by this person (an investor, or `taichinh` and `khukinhte` as requesters) with these particulars. */
  by(owner: string, body: Record<string, unknown> = {}): this {
    this.start = { owner, body: { ...this.start.body, ...body } };
    return this;
  }
  /** A letter of the finance department about the ceramics company, asking for an opinion. */
  asRequest(body: Record<string, unknown> = {}): this {
    return this.by('taichinh', {
      investorOrgId: demoOrganisation('ceramics').id,
      projectAuthority: 'province_chair',
      ...body,
    });
  }
  /** A paper letter of the finance department that the clerk enters, received on an earlier day. */
  onPaper(receivedOn: string, body: Record<string, unknown> = {}): this {
    return this.by('motcua1', {
      onBehalfOf: demoOrganisation('finance').id,
      investorOrgId: demoOrganisation('ceramics').id,
      projectAuthority: 'province_chair',
      incoming: { number: '125/STC-TĐ', on: receivedOn, receivedOn },
      ...body,
    });
  }
  /** Under another procedure than `opinion`. */
  under(procedureId: ProcedureId): this {
    this.start.body['procedureId'] = procedureId;
    return this;
  }
  /** A change of the technology that another dossier was approved with. */
  changing(first: DossierDriver): this {
    this.start.body['firstDossierId'] = first.id;
    return this.under('reappraisal').withFacts(CHANGED_FACTS);
  }
  withFacts(facts: TechnologyFacts): this {
    this.facts = facts;
    return this;
  }
  named(name: string): this {
    return this.withFacts({ ...this.facts, project: { ...this.facts.project, name } });
  }

  and(step: Step): this {
    this.steps.push(step);
    return this;
  }
  submitted = () => this.and((dossier) => dossier.command(dossier.owner, 'submit', {}));
  supplementRequested = (replyBy = this.inDays(7)) =>
    this.and((dossier) => dossier.command('motcua1', 'request_supplement', supplementRequest(replyBy)));
  accepted = () => this.submitted().and((dossier) => dossier.command('motcua1', 'accept', {}));
  screened = () => this.accepted().and((dossier) => dossier.command('chuyenvien1', 'screen', {}));
  /** Led by `chuyenvien1`, screened. */
  underReview = () =>
    this.accepted()
      .and((dossier) =>
        dossier.command('truongphong1', 'assign', { assigneeId: personId('chuyenvien1'), kind: 'lead' }),
      )
      .and(declared)
      .and((dossier) => dossier.command('chuyenvien1', 'screen', {}));
  /** With an opinion on record and every candidate rejected, ready to conclude. */
  examined = () => this.underReview().and(examine);
  concluded = () => this.examined().and(conclude);
  endorsed = () => this.concluded().and((dossier) => dossier.command('truongphong1', 'endorse', {}));
  /** Approved, with the letter out of the house. */
  issued = () => this.approved().and((dossier) => dossier.issue('decision'));
  approved = () => this.endorsed().and((dossier) => dossier.command('giamdoc', 'approve', {}));

  async open(): Promise<DossierDriver> {
    const { owner, body } = this.start;
    const client = await this.api.login(emailOf(owner));
    const made = await client.post<DossierBody>('/api/v1/dossiers', { procedureId: 'opinion', ...body });
    if (made.status !== 201) throw new Error(`create: ${JSON.stringify(made.body)}`);
    const dossier = new DossierDriver(this.api, made.body.id, owner);
    const saved = await dossier.saveFacts(owner, this.facts);
    if (saved.status !== 200) throw new Error(`facts: ${JSON.stringify(saved.body)}`);
    for (const step of this.steps) await step(dossier);
    return dossier;
  }

  private inDays(days: number): string {
    return addDays(civilDateOf(this.api.clock.now()), days);
  }
}
export const aDossier = (api: TestApi): DossierBuilder => new DossierBuilder(api);

export const ITEM = { what: 'Sơ đồ quy trình công nghệ', basis: 'NĐ 96/2026/NĐ-CP, Điều 32' };
export const supplementRequest = (replyBy: string): CommandPayloads['request_supplement'] => ({
  items: [ITEM],
  replyBy,
  technicalCheck: { skippedBecause: 'Thiếu giấy tờ, chưa thể kiểm tra kỹ thuật.' },
  headConsent: { headId: personId('truongphong1') },
});

/** The lead appraiser declares that there is no conflict. */
export async function declared(dossier: DossierDriver, who = 'chuyenvien1'): Promise<void> {
  const client = await dossier.person(who);
  const mine = await client.get<{ items: { id: string; dossierId: string; declaration: string | null }[] }>(
    '/api/v1/assignments',
  );
  const open = mine.body.items.find(
    ({ dossierId, declaration }) => dossierId === dossier.id && declaration === null,
  );
  if (!open) return;
  const answer = await client.post(`/api/v1/assignments/${open.id}/declaration`, { conflict: false });
  if (answer.status !== 200) throw new Error(`declaration: ${JSON.stringify(answer.body)}`);
}

/** Decides every candidate, looks into the annexes that are not loaded, and records the lead appraiser's opinion. */
export async function examine(dossier: DossierDriver): Promise<void> {
  const { candidates } = await dossier.findings();
  await dossier.decideCandidates();
  if (candidates.length > 0) await dossier.command('chuyenvien1', 'screen', {});
  await dossier.checkAnnexes();
  await dossier.recordOpinion();
}

/** What the lead appraiser concludes when nothing stands against it. */
export async function conclusion(dossier: DossierDriver): Promise<CommandPayloads['conclude']> {
  const inconclusive = await dossier.inconclusiveAnswers();
  return {
    outcome: 'agree',
    summary: 'Công nghệ phù hợp.',
    reasons: ['Thiết bị mới.'],
    inconclusive,
    conditions: [],
  };
}
export const conclude = async (dossier: DossierDriver) =>
  dossier.command('chuyenvien1', 'conclude', await conclusion(dossier));
