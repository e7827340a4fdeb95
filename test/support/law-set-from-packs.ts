import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse } from 'yaml';
import { type ProcedureId, type ScreeningMode } from '#contracts';
import { type CivilDate, digestOf } from '#kernel';
import { type LawSet, type PackManifest } from '#law';

const PACKS = fileURLToPath(new URL('../../libs/law/packs', import.meta.url));
const yamlOf = (folder: string, file: string): Record<string, unknown>[] =>
  existsSync(join(folder, file))
    ? (parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>[])
    : [];
const filesOf = (folder: string, name: string, ending: string): string[] =>
  existsSync(join(folder, name))
    ? readdirSync(join(folder, name))
        .filter((file) => file.endsWith(ending))
        .sort()
    : [];

const LISTED = ['synonyms', 'negativeTerms', 'hsPrefixes', 'vsicPrefixes'];
const cell = (name: string, text: string): unknown => {
  if (LISTED.includes(name)) return text === '' ? [] : text.split('|');
  return text === '' ? null : text;
};
function rowsOf(folder: string, dates: object): Record<string, unknown>[] {
  return filesOf(folder, 'lists', '.csv').flatMap((file) => {
    const records = parseCsv(readFileSync(join(folder, 'lists', file)), { columns: true }) as Record<
      string,
      string
    >[];
    return records.map((record) => {
      const row = Object.fromEntries(Object.entries(record).map(([name, text]) => [name, cell(name, text)]));
      return { ...row, ...(row['validFrom'] === null ? dates : {}) };
    });
  });
}

function packOf(name: string, on: string) {
  const folder = join(PACKS, name);
  const manifest = parse(readFileSync(join(folder, 'pack.yaml'), 'utf8')) as PackManifest;
  const dates = { validFrom: manifest.validFrom, validTo: manifest.validTo };
  const own = { packId: manifest.id, reference: manifest.kind === 'reference' };
  const within = (item: Record<string, unknown>) => {
    const { validFrom, validTo } = { ...dates, ...item };
    return own.reference || (String(validFrom) <= on && (validTo === null || on <= String(validTo)));
  };
  const dated = (items: Record<string, unknown>[]) =>
    items.map((item) => ({ ...dates, ...item, ...own })).filter(within);
  const models = filesOf(folder, 'screening', '.json').map((file) => ({
    id: file.replace('.json', ''),
    file: `screening/${file}`,
    content: JSON.parse(readFileSync(join(folder, 'screening', file), 'utf8')) as unknown,
    packId: manifest.id,
  }));
  return {
    models,
    metas: dated(yamlOf(folder, 'rules.yaml')),
    versions: dated(yamlOf(folder, 'lists/versions.yaml')),
    rows: dated(rowsOf(folder, dates)),
  };
}

const cache = new Map<string, LawSet>();

/** The screening part of the shipped packs in force on a day, read straight from their files. */
export function lawSetFromPacks(procedureId: ProcedureId, chosenFor: string, mode: ScreeningMode): LawSet {
  const key = `${procedureId} ${chosenFor} ${mode}`;
  const known = cache.get(key);
  if (known) return known;
  const packs = readdirSync(PACKS)
    .filter((name) => existsSync(join(PACKS, name, 'pack.yaml')))
    .sort()
    .map((name) => packOf(name, chosenFor));
  const screening = {
    lists: { versions: packs.flatMap((pack) => pack.versions), rows: packs.flatMap((pack) => pack.rows) },
    rules: { metas: packs.flatMap((pack) => pack.metas), models: packs.flatMap((pack) => pack.models) },
  } as unknown as Pick<LawSet, 'lists' | 'rules'>;
  const set: LawSet = {
    procedureId,
    chosenFor: chosenFor as CivilDate,
    mode,
    procedure: { id: procedureId, version: '1', file: '', definition: {}, packId: 'TEST' },
    ...screening,
    clocks: [],
    checklist: [],
    criteria: [],
    calendar: [],
    packs: [{ packId: 'TEST', digest: digestOf(screening) }],
    notices: [],
    digest: digestOf(screening),
  };
  cache.set(key, set);
  return set;
}
