export * from './acts/enter-project.js';
export * from './acts/exemptions.js';
export * from './acts/final-decision.js';
export * from './acts/merge-projects.js';
export * from './acts/project-acts.js';
export * from './coverage/coverage.query.js';
export * from './coverage/refusals.query.js';
export * from './domain/duplicates.js';
export { periodDays } from './domain/period.js';
export * from './domain/project-faults.js';
export { ratioOf } from './domain/ratio.js';
export * from './domain/standing.js';
export * from './domain/vocabulary.js';
export * from './list/project-csv.js';
export * from './list/project-filter.js';
export * from './list/project-list.query.js';
export * from './list/project-view.query.js';
export * from './matching/decide-match.js';
export * from './matching/propose-matches.js';
export * from './projects.module.js';
export * from './register/find-duplicates.js';
export * from './register/insert-projects.js';
export * from './register/project.row.js';
export { FIELD_WORDS } from './catalogue/import-fields.js';
export { rowFaultText } from './catalogue/row-faults.js';
export { IMPORT_FIELDS, type ImportField } from './domain/import/columns/import-fields.js';
export { type ColumnMapping, type ColumnProposal } from './domain/import/columns/mapping.js';
export { IMPORT_LIMITS } from './domain/import/table/limits.js';
export { columnLetters } from './domain/import/table/table.types.js';
export {
  AMOUNT_UNITS,
  type AmountUnit,
  DECIMAL_SIGNS,
  type DecimalSign,
} from './domain/import/values/read-amount.js';
export { type ImportPage, listImports, readImport, readOwnImport, sameFile } from './import/import.row.js';
export * from './import/import.types.js';
export { IMPORT_JOB, ImportRuns } from './import/import-runs.js';
export {
  countRows,
  pageOfRows,
  readRow,
  type RowCounts,
  type ShownDuplicate,
  visibleDuplicates,
} from './import/import-rows.store.js';
export { IMPORTING_ROLES } from './import/importing-roles.js';
export { faultyRowsCsv, templateCsv } from './import/list-files.js';
export { ImportRunsModule, ProjectImportsModule } from './import/project-imports.module.js';
export { ProjectImports, type ReceivedList } from './import/project-imports.js';
export { BATCH_ROWS } from './import/run-batch.js';
