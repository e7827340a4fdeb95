import { join } from 'node:path';
import { type CouncilRules, loadPack, readPackFolder } from '#law';

const folder = join(import.meta.dirname, '../../libs/law/packs/inv-2026');
const shipped = loadPack('inv-2026', readPackFolder(folder)).pack?.councils[0];

/** The council rules of the pack in force; say only what is otherwise. */
export function councilRules(changes: Partial<CouncilRules> = {}): CouncilRules {
  if (shipped === undefined) throw new Error('INV-2026 has no council rules');
  return { ...shipped, ...changes };
}
