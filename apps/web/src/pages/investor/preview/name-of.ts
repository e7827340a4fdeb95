import { type Draft } from '../draft/draft.types.js';
import { type Finding } from './preview.query.js';

/** The name under which the person knows what a finding is about. */
export function nameOf({ kind, id }: Finding['subject'], draft: Draft): string {
  const rows = kind === 'line' ? draft.lines : kind === 'equipment' ? draft.equipment : [];
  const index = rows.findIndex((row) => row['id'] === id);
  const name = rows[index]?.['name'] ?? rows[index]?.['technologyName'];
  return typeof name === 'string' ? name : index < 0 ? '' : `#${index + 1}`;
}
