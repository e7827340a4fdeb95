import { type ProcedureId, type Status, type TechnologyFacts } from '#contracts';
import { demoOrganisation } from '#identity';
import { aDeterminationDraft, PDF, WORN_LINE } from '../determination.js';
import { ALL_PAPERS, CHANGED_FACTS, CLEAN_FACTS, OLD_MACHINE_FACTS } from '../dossier-builder.js';
import { DossierDriver } from '../dossier-driver.js';
import { FACTS } from '../screened-dossier.js';
import { type Mood } from './acts.js';
import { type World } from './world.js';

/** A kind of dossier that sequences start from; `open` makes its draft through the API. */
export interface Variant {
  name: string;
  procedure: ProcedureId;
  mood: Mood;
  /** What happens once under review, besides the straight way. */
  once?: 'supplement' | 'clarification';
  /** The status with which its stages end: what follows is like that of another variant. */
  until?: Status;
  open: (world: World, earlier: ReadonlyMap<string, string>) => Promise<DossierDriver>;
}
const AGREEING: Mood = {
  outcome: 'agree',
  form: 'in_house',
  match: 'rejected',
  earlier: 'replace',
  nerve: 'proper',
};

export const drafted =
  (who: string, body: Record<string, unknown>, facts: TechnologyFacts): Variant['open'] =>
  async (world, earlier) => {
    const first = body['firstDossierId'] as string | undefined;
    const named = first === undefined ? body : { ...body, firstDossierId: earlier.get(first) };
    const made = await (await world.as(who)).post<{ id: string }>('/api/v1/dossiers', named);
    if (made.status !== 201) throw new Error(`draft: ${JSON.stringify(made.body)}`);
    const dossier = new DossierDriver(world.api, made.body.id, who);
    const saved = await dossier.saveFacts(who, facts);
    if (saved.status !== 200) throw new Error(`facts: ${JSON.stringify(saved.body)}`);
    await dossier.upload(who, PDF, 'tai-lieu.pdf', 'evidence');
    return dossier;
  };
const determined =
  (line?: typeof WORN_LINE): Variant['open'] =>
  ({ api }) =>
    aDeterminationDraft(api, line ? { line } : {});

const OF_INVESTOR = { procedureId: 'opinion' };
const REQUESTED = {
  procedureId: 'opinion',
  investorOrgId: demoOrganisation('ceramics').id,
  projectAuthority: 'province_chair',
};
const { evidence: _evidence, ...LISTED } = FACTS;
export const LISTED_FACTS: TechnologyFacts = { ...LISTED, papers: ALL_PAPERS };

/** A line whose capacity may or may not be enough, and a machine of which nobody knows the year. */
const VAGUE_FACTS: TechnologyFacts = {
  ...CLEAN_FACTS,
  lines: [
    ...(CLEAN_FACTS.lines ?? []),
    {
      id: 'press',
      name: 'Dây chuyền ép',
      technologyName: 'ép thủy lực tự động',
      condition: 'used',
      standards: ['QCVN 01'],
      actualCapacityPct: { value: 86, uncertainty: 2 },
    },
  ],
  equipment: [{ id: 'm', name: 'Máy ép', hsCode: '84771039', condition: 'used', plannedArrivalYear: 2026 }],
};

/** The same of the listed line: its capacity is uncertain, and of one of its machines nobody knows the year. */
const LISTED_VAGUE: TechnologyFacts = {
  ...LISTED_FACTS,
  lines: (LISTED_FACTS.lines ?? []).map((line) => ({
    ...line,
    actualCapacityPct: { value: 85, uncertainty: 1 },
  })),
  equipment: [
    ...(LISTED_FACTS.equipment ?? []),
    { id: 'n', name: 'Máy cán', hsCode: '84771039', condition: 'used', plannedArrivalYear: 2026 },
  ],
};

/** In this order: a change of technology needs a dossier that was approved before. */
export const VARIANTS: readonly Variant[] = [
  { name: 'investor', procedure: 'opinion', mood: AGREEING, open: drafted('gom', OF_INVESTOR, CLEAN_FACTS) },
  {
    name: 'request',
    procedure: 'opinion',
    mood: AGREEING,
    open: drafted('taichinh', REQUESTED, OLD_MACHINE_FACTS),
  },
  {
    name: 'asked',
    procedure: 'opinion',
    mood: AGREEING,
    once: 'clarification',
    open: drafted('gom', OF_INVESTOR, VAGUE_FACTS),
  },
  {
    name: 'supplemented',
    procedure: 'opinion',
    mood: AGREEING,
    once: 'supplement',
    until: 'supplement_requested',
    open: drafted('gom', OF_INVESTOR, CLEAN_FACTS),
  },
  {
    name: 'to be repaired',
    procedure: 'opinion',
    mood: AGREEING,
    once: 'clarification',
    until: 'clarification_requested',
    open: drafted('taichinh', REQUESTED, OLD_MACHINE_FACTS),
  },
  {
    name: 'council',
    procedure: 'opinion',
    mood: { ...AGREEING, form: 'council' },
    open: drafted('taichinh', REQUESTED, CLEAN_FACTS),
  },
  {
    name: 'listed',
    procedure: 'appraisal',
    mood: AGREEING,
    open: drafted('gom', { procedureId: 'appraisal' }, LISTED_VAGUE),
  },
  {
    name: 'listed supplemented',
    procedure: 'appraisal',
    mood: AGREEING,
    once: 'supplement',
    until: 'supplement_requested',
    open: drafted('gom', { procedureId: 'appraisal' }, LISTED_FACTS),
  },
  {
    name: 'listed to be repaired',
    procedure: 'appraisal',
    mood: AGREEING,
    once: 'clarification',
    until: 'clarification_requested',
    open: drafted('gom', { procedureId: 'appraisal' }, LISTED_FACTS),
  },
  {
    name: 'prohibited',
    procedure: 'appraisal',
    mood: { ...AGREEING, match: 'confirmed' },
    open: drafted('gom', { procedureId: 'appraisal' }, LISTED_FACTS),
  },
  {
    name: 'changed',
    procedure: 'reappraisal',
    mood: AGREEING,
    open: drafted('gom', { procedureId: 'reappraisal', firstDossierId: 'investor' }, CHANGED_FACTS),
  },
  { name: 'determined', procedure: 'determination', mood: AGREEING, open: determined() },
  { name: 'worn', procedure: 'determination', mood: AGREEING, open: determined(WORN_LINE) },
];
