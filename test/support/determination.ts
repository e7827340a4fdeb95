import { readFileSync } from 'node:fs';
import { type CommandPayloads, type EvidenceFacts, type LineFacts, type TechnologyFacts } from '#contracts';
import { demoOrganisation } from '#identity';
import { addDays, civilDate, civilDateOf } from '#kernel';
import { type TestApi } from './api.js';
import { type Answer } from './api-client.js';
import { declared } from './dossier-builder.js';
import { type DossierBody, DossierDriver, emailOf, personId, type Problem } from './dossier-driver.js';

export const PDF = readFileSync(new URL('../fixtures/files/letter.pdf', import.meta.url));
export const LINE: LineFacts = {
  id: 'mill',
  name: 'Dây chuyền nghiền và nung',
  technologyName: 'nghiền bi ướt, lò con lăn',
  condition: 'operating',
  standards: ['QCVN 19:2009/BTNMT'],
  actualCapacityPct: { value: 92, uncertainty: 1 },
  consumptionOverDesignPct: { value: 6, uncertainty: 1 },
};
/** The values of the line that an inspection certificate can prove. */
export const VALUES = ['standards', 'actualCapacityPct', 'consumptionOverDesignPct'].map(
  (field) => `lines[mill].${field}`,
);
export const WORN_LINE: LineFacts = { ...LINE, actualCapacityPct: { value: 61, uncertainty: 2 } };

export const certificate = (documentId: string, given: Partial<EvidenceFacts> = {}): EvidenceFacts => ({
  id: 'cert',
  kind: 'inspection_certificate',
  documentId,
  number: '125/2026/GĐKT',
  body: 'Trung tâm Giám định Minh Giang',
  issuedOn: '2026-05-04',
  covers: VALUES,
  ...given,
});

export interface DeterminationStart {
  line?: LineFacts;
  evidence?: Partial<EvidenceFacts>;
  body?: Record<string, unknown>;
}

/** A dossier of the ceramics company that asks for a determination, with its certificate uploaded; still a draft. */
export async function aDeterminationDraft(
  api: TestApi,
  start: DeterminationStart = {},
): Promise<DossierDriver> {
  const client = await api.login(emailOf('gom'));
  const made = await client.post<DossierBody>('/api/v1/dossiers', {
    procedureId: 'determination',
    projectAuthority: 'province_chair',
    projectName: 'Nhà máy gốm Hồng Lam',
    ...start.body,
  });
  if (made.status !== 201) throw new Error(`create: ${JSON.stringify(made.body)}`);
  const dossier = new DossierDriver(api, made.body.id, 'gom');
  const documentId = await dossier.upload('gom', PDF, 'chung-thu.pdf');
  const facts: TechnologyFacts = {
    project: {
      name: 'Nhà máy gốm Hồng Lam',
      stage: 'policy',
      environmentalGroup: 'III',
      dependsOnTermExtension: true,
    },
    lines: [start.line ?? LINE],
    evidence: [certificate(documentId, start.evidence)],
    papers: ['DD1', 'DD2', 'DD3'].map((item) => ({ item })),
  };
  const saved = await dossier.saveFacts('gom', facts);
  if (saved.status !== 200) throw new Error(`facts: ${JSON.stringify(saved.body)}`);
  return dossier;
}

/** The same, accepted. */
export async function anAcceptedDetermination(
  api: TestApi,
  start: DeterminationStart = {},
): Promise<DossierDriver> {
  const dossier = await aDeterminationDraft(api, start);
  await dossier.command('gom', 'submit', {});
  await dossier.command('motcua1', 'accept', {});
  return dossier;
}

export interface ConsultationBody {
  id: string;
  state: string;
  round: number;
  organisationId: string;
  letterId: string;
  clockId: string | null;
  sentOn: string | null;
  dueOn: string | null;
  answeredOn: string | null;
  closedOn: string | null;
  answer: string | null;
  documentId: string | null;
  reminders: number;
  told?: number;
  closingVerification: string | null;
  askedByName: string | null;
  revision: number;
}
export const QUESTION = {
  kind: 'agency',
  question: 'Khí thải của lò nung có đạt quy chuẩn khi vận hành hay không?',
  legalBasis: 'QĐ 29/2023/QĐ-TTg',
};
export const askedOf = (organisation: string, given: object = {}) => ({
  ...QUESTION,
  organisationId: demoOrganisation(organisation).id,
  ...given,
});

/** One act on the consultations of a dossier, whatever comes of it. */
export async function consult(
  dossier: DossierDriver,
  who: string,
  path: string,
  body: unknown = {},
  headers: Record<string, string> = {},
): Promise<Answer<ConsultationBody & Problem>> {
  return (await dossier.person(who)).post(dossier.url(`/consultations${path}`), body, headers);
}
const mustBe = (answer: Answer<ConsultationBody & Problem>): ConsultationBody => {
  if (answer.status !== 200) throw new Error(`consultation: ${JSON.stringify(answer.body)}`);
  return answer.body;
};

/** Asks an organisation by the head and issues the letter today. */
export async function consulted(
  dossier: DossierDriver,
  organisation = 'environment',
  given: object = {},
): Promise<ConsultationBody> {
  const drafted = mustBe(await consult(dossier, 'truongphong1', '', askedOf(organisation, given)));
  const issued = await dossier.issue('consultation_request');
  if (issued.status !== 200) throw new Error(`letter: ${JSON.stringify(issued.body)}`);
  return consultation(dossier, drafted.id);
}
export const ANSWER = {
  position: 'agrees_with_remarks',
  answer: 'Khí thải đạt quy chuẩn theo kết quả quan trắc.',
};
/** The agency answers itself. */
export const answered = async (
  dossier: DossierDriver,
  id: string,
  who = 'phoihop',
): Promise<ConsultationBody> => mustBe(await consult(dossier, who, `/${id}/answer`, ANSWER));

/** A consultation as the auditor sees it. */
export async function consultation(dossier: DossierDriver, id: string): Promise<ConsultationBody> {
  const { items } = (await dossier.get<{ items: ConsultationBody[] }>('thanhtra', '/consultations')).body;
  const found = items.find((one) => one.id === id);
  if (!found) throw new Error(`no consultation ${id}`);
  return found;
}

export async function acceptEvidence(dossier: DossierDriver, id = 'cert'): Promise<void> {
  const answer = await (await dossier.person('chuyenvien1')).post(dossier.url(`/evidence/${id}/accept`));
  if (answer.status !== 200) throw new Error(`evidence: ${JSON.stringify(answer.body)}`);
}

/** Led by `chuyenvien1` and screened on the evidence that was accepted. */
export async function examining(
  dossier: DossierDriver,
  evidence: 'accepted' | 'declared' = 'accepted',
): Promise<void> {
  await dossier.command('truongphong1', 'assign', { assigneeId: personId('chuyenvien1'), kind: 'lead' });
  await declared(dossier);
  if (evidence === 'accepted') await acceptEvidence(dossier);
  await dossier.command('chuyenvien1', 'screen', {});
}

/** Everything before a conclusion: candidates rejected, annexes looked up, the opinion on record. */
export async function prepared(dossier: DossierDriver): Promise<void> {
  await settled(dossier);
  await dossier.recordOpinion();
}

/** What a new screening leaves to people: candidates and annexes. */
export async function settled(dossier: DossierDriver): Promise<void> {
  const { candidates } = await dossier.findings();
  await dossier.decideCandidates();
  if (candidates.length > 0) await dossier.command('chuyenvien1', 'screen', {});
  await dossier.checkAnnexes();
}

/** What the lead appraiser concludes: list findings by the look into the annex, open tests as deciding nothing. */
export async function determined(
  dossier: DossierDriver,
  outcome: CommandPayloads['conclude']['outcome'],
): Promise<CommandPayloads['conclude']> {
  const { findings } = await dossier.findings();
  const open = findings.filter(({ verdict }) => verdict === 'inconclusive');
  const breached = findings.filter(({ key, verdict }) => verdict === 'breached' && /^OUT-/.test(key));
  return {
    outcome,
    summary: 'Đã đối chiếu từng tiêu chí với chứng thư giám định.',
    reasons: ['Theo chứng thư giám định và ý kiến của cơ quan môi trường.'],
    conditions: [],
    inconclusive: open.map(({ key }) => ({
      findingKey: key,
      answer: /^(?:list\.|OUT-5)/.test(key)
        ? 'manual_check'
        : outcome === 'agree'
          ? 'accepted_risk'
          : 'not_decisive',
      reason: 'Đã tra cứu phụ lục bản giấy; tiêu chí khác đã đủ để xác định.',
    })),
    ...(outcome === 'agree' ? {} : { findingKeys: breached.map(({ key }) => key) }),
  };
}

export const todayOf = (dossier: Pick<DossierDriver, 'api'>) => civilDateOf(dossier.api.clock.now());
export const daysAfter = (day: string, days: number): string => addDays(civilDate(day), days);
