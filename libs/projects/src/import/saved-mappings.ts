import { type Tx } from '#database';
import { type ImportSettings } from './import.types.js';

type Saved = Pick<ImportSettings, 'mapping' | 'amount'>;
/** Headings longer than this are no list that comes again. */
const LONGEST = 20_000;

/** What people of the authority chose for lists with these headings before. */
export async function savedMappings(tx: Tx, headings: readonly string[]): Promise<Map<string, Saved>> {
  const rows = await tx.query<{ headings: string; settings: Saved }>(
    'SELECT headings, settings FROM project_import_mapping WHERE authority_id = $1 AND headings = ANY ($2)',
    [tx.actor.authorityId, headings.filter((key) => key !== '' && key.length <= LONGEST)],
  );
  return new Map(rows.map((row) => [row.headings, row.settings]));
}

/** Keeps a choice for the next edition of the list. */
export async function saveMapping(
  tx: Tx,
  headings: string,
  { mapping, amount }: ImportSettings,
): Promise<void> {
  if (headings === '' || headings.length > LONGEST) return;
  await tx.query(
    `INSERT INTO project_import_mapping (authority_id, headings, settings, updated_by, updated_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (authority_id, headings) DO UPDATE SET settings = $3, updated_by = $4, updated_at = $5`,
    [tx.actor.authorityId, headings, JSON.stringify({ mapping, amount }), tx.actor.id, tx.at],
  );
}
