import { Refusal } from '#kernel';
import { IMPORT_LIMITS } from '../table/limits.js';
import { type XlsxPackage } from './package.js';
import { type Attributes } from './xml-part.js';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';

export interface SheetPlace {
  name: string;
  hidden: boolean;
  part: string;
}
export interface Workbook {
  sheets: SheetPlace[];
  since1904: boolean;
  sharedStrings: string | null;
  styles: string | null;
}
interface Relation {
  type: string;
  part: string;
}

/** Which sheets there are and where their parts lie. @throws Refusal `file_damaged`, `import_too_many_sheets` */
export async function readWorkbook(xlsx: XlsxPackage): Promise<Workbook> {
  const relations = await relationsOf(xlsx);
  const found: { name: string; hidden: boolean; relation: string }[] = [];
  let since1904 = false;
  await xlsx.read(WORKBOOK, {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = isTrue(attributes['date1904']);
      if (name === 'sheet') found.push(sheetOf(attributes));
    },
  });
  if (found.length > IMPORT_LIMITS.sheets)
    throw new Refusal('import_too_many_sheets', { sheets: found.length, max: IMPORT_LIMITS.sheets });
  const sheets = found.flatMap(({ name, hidden, relation }) => {
    const target = relations.get(relation);
    // Charts and macro sheets stand in the same list but hold no rows.
    return target?.type.endsWith('/worksheet') ? [{ name, hidden, part: target.part }] : [];
  });
  return { sheets, since1904, ...partsOf(relations) };
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

function sheetOf(attributes: Attributes) {
  const relation = Object.entries(attributes).find(([name]) => /(^|:)id$/.test(name) && name !== 'id');
  return {
    name: (attributes['name'] ?? '').slice(0, 100),
    hidden: ['hidden', 'veryHidden'].includes(attributes['state'] ?? 'visible'),
    relation: relation?.[1] ?? '',
  };
}

function partsOf(relations: ReadonlyMap<string, Relation>) {
  const partOf = (kind: string) =>
    [...relations.values()].find(({ type }) => type.endsWith(kind))?.part ?? null;
  return { sharedStrings: partOf('/sharedStrings'), styles: partOf('/styles') };
}

async function relationsOf(xlsx: XlsxPackage): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  await xlsx.read(RELATIONS, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      relations.set(attributes['Id'] ?? '', {
        type: attributes['Type'] ?? '',
        part: partOfTarget(attributes['Target'] ?? ''),
      });
    },
  });
  return relations;
}

const partOfTarget = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
