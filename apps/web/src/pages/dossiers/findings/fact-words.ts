import { type EquipmentFacts, type EvidenceFacts, type LineFacts, type TechnologyFacts } from '#contracts';
import { type FindingView } from '../dossier.types.js';
import { EQUIPMENT, type FactTexts, factValue, LINE } from './fact-values.js';

type Item = LineFacts & EquipmentFacts;
type Field = keyof Item;

const USED: readonly Field[] = ['condition', 'acquisition'];
const STANDARDS: readonly Field[] = ['standards', 'standardResults'];
/** The facts on which each test rests, as the rules read them. */
const BEHIND: Record<string, readonly Field[]> = {
  'used.age': [...USED, 'hsCode', 'yearMade', 'plannedArrivalYear'],
  'used.standard': [...USED, ...STANDARDS],
  'used.line.standard': [...USED, ...STANDARDS],
  'used.line.capacity': [...USED, 'actualCapacityPct', 'efficiencyPct'],
  'used.line.consumption': [...USED, 'consumptionOverDesignPct'],
  'used.line.lists': ['technologyName'],
  'used.line.oecd_sites': ['oecdSites'],
  'outdated.standard': STANDARDS,
  'outdated.consumption': ['consumptionOverDesignPct'],
  'outdated.list': ['technologyName'],
};
const CAPACITY: Record<string, readonly Field[]> = {
  line: ['actualCapacityPct', 'efficiencyPct'],
  equipment: ['remainingCapacityPct', 'efficiencyPct'],
};
export function fieldsBehind({ test, subject }: Pick<FindingView, 'test' | 'subject'>): readonly Field[] {
  if (test === 'outdated.capacity') return CAPACITY[subject.kind] ?? [];
  return BEHIND[test] ?? (test.startsWith('list.') ? ['technologyName', 'hsCode'] : []);
}

/** The name of a field of a line or machine, of the project, or of whatever has none here: its own code. */
export function fieldName(field: string, t: FactTexts): string {
  const names: Record<string, string> = {
    name: t('dossier:facts.name'),
    technologyName: t('dossier:facts.technology'),
    origin: t('dossier:facts.originCountry'),
    condition: t('dossier:facts.condition'),
    acquisition: t('dossier:facts.acquisition'),
    hsCode: t('dossier:facts.hs'),
    yearMade: t('dossier:facts.made'),
    plannedArrivalYear: t('dossier:facts.arrival'),
    designCapacity: t('dossier:facts.design'),
    actualCapacityPct: t('dossier:facts.actual'),
    remainingCapacityPct: t('dossier:facts.remaining'),
    efficiencyPct: t('dossier:facts.efficiency'),
    consumptionOverDesignPct: t('dossier:facts.consumption'),
    standards: t('dossier:facts.standards'),
    standardResults: t('review:finding.standardResults'),
    oecdSites: t('review:finding.oecdSites'),
    certificate: t('dossier:facts.certificate'),
    maker: t('dossier:facts.maker'),
    country: t('dossier:facts.country'),
    stage: t('dossier:facts.stage'),
    sectorVsic: t('dossier:facts.sector'),
    environmentalGroup: t('dossier:facts.environment'),
    group: t('dossier:facts.group'),
    capitalVnd: t('dossier:facts.capital'),
    capitalOrigin: t('dossier:facts.origin'),
    workClass: t('dossier:facts.workClass'),
    investorCountry: t('dossier:facts.investorCountry'),
    communeCode: t('dossier:facts.commune'),
    dependsOnTermExtension: t('dossier:facts.termExtension'),
    usedLineRelief: t('dossier:facts.relief'),
    trl: t('dossier:facts.trl'),
    lineRef: t('dossier:facts.line'),
  };
  return names[field] ?? field;
}

/** The facts behind a finding by name and value; `null` where nothing was stated. */
export function factsBehind(
  finding: FindingView,
  { lines = [], equipment = [] }: TechnologyFacts,
  t: FactTexts,
): [name: string, value: string | null][] {
  const { kind, id } = finding.subject;
  const items: readonly Item[] = kind === 'line' ? lines : equipment;
  const item = items.find((one) => one.id === id);
  if (!item) return [];
  const told = { t, facts: { lines, equipment } };
  return fieldsBehind(finding).map((field) => [
    fieldName(field, t),
    factValue({ ...EQUIPMENT, ...LINE }, item, field, told),
  ]);
}

const PATH = /^(lines|equipment|project)(?:\[([^\]]*)\])?(?:\.(\w+))?/;

/** The path of a fact in words: the thing it belongs to, and the name of the field. */
export function pathWords(path: string, facts: TechnologyFacts, t: FactTexts): string {
  const [, part, id, field] = PATH.exec(path) ?? [];
  if (part === undefined) return path;
  const items: readonly { id?: string; name?: string }[] =
    part === 'lines' ? (facts.lines ?? []) : part === 'equipment' ? (facts.equipment ?? []) : [];
  const owner = part === 'project' ? t('dossier:facts.project') : items.find((one) => one.id === id)?.name;
  const name = field === undefined ? undefined : fieldName(field, t);
  return [owner ?? id, name].filter(Boolean).join(': ');
}

/** Papers that prove something about the subject of a finding: those first that prove what it rests on. */
export function papersOf(
  finding: Pick<FindingView, 'test' | 'subject'>,
  { evidence = [] }: TechnologyFacts,
): EvidenceFacts[] {
  const { id, kind } = finding.subject;
  const own = ({ covers }: EvidenceFacts) =>
    covers.some((path) => (id === null ? path.startsWith(kind) : path.includes(`[${id}]`)));
  const fields = fieldsBehind(finding);
  const proves = ({ covers }: EvidenceFacts) =>
    fields.some((field) => covers.includes(`${kind === 'line' ? 'lines' : 'equipment'}[${id}].${field}`));
  const about = evidence.filter(own);
  return [...about.filter(proves), ...about.filter((paper) => !proves(paper))];
}
