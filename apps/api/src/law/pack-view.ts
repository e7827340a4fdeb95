import { type Pack } from '#law';
import { type PackDetailDto, type PackDto } from './packs.dto.js';

const countsOf = (pack: Pack): PackDto['counts'] => ({
  procedures: pack.procedures.length,
  rules: pack.rules.length,
  models: pack.models.length,
  listVersions: pack.listVersions.length,
  listRows: pack.listRows.length,
  clocks: pack.clocks.length,
  checklist: pack.checklist.length,
  criteria: pack.criteria.length,
  councils: pack.councils.length,
  calendar: pack.calendar.length,
  cases: pack.cases.length,
});

/** A pack as the list of packs shows it. */
export const packDto = (pack: Pack): PackDto => ({
  ...pack.manifest,
  digest: pack.digest,
  counts: countsOf(pack),
});

/** A pack with its rules; list rows and calendar rows have addresses of their own. */
export const packDetailDto = (pack: Pack): PackDetailDto => ({
  ...packDto(pack),
  procedures: pack.procedures.map(({ id, version }) => ({ id, version })),
  clocks: pack.clocks,
  checklist: pack.checklist,
  criteria: pack.criteria,
  councils: pack.councils,
  rules: pack.rules,
  listVersions: pack.listVersions.map((version) => ({
    ...version,
    rows: pack.listRows.filter(({ versionId }) => versionId === version.id).length,
  })),
});
