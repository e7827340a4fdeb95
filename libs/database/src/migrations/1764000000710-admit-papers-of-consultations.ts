import { type MigrationInterface, type QueryRunner } from 'typeorm';

const LETTERS = ['consultation_request', 'determination'];
const DOCUMENTS = ['consultation_answer', 'council_paper'];

/** Changes the kinds that a table admits and leaves those of others, whoever added them, as they are. */
async function changeKinds(
  runner: QueryRunner,
  table: 'letter' | 'document',
  change: (kinds: string[]) => string[],
): Promise<void> {
  const [found] = (await runner.query(
    `SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conname = '${table}_kind_check' AND conrelid = '${table}'::regclass`,
  )) as { text: string }[];
  const kinds = [...(found?.text ?? '').matchAll(/'([a-z_]+)'/g)].map(([, kind]) => kind ?? '');
  const words = change(kinds).map((kind) => `'${kind}'`);
  await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_kind_check;
    ALTER TABLE ${table} ADD CONSTRAINT ${table}_kind_check CHECK (kind IN (${words.join(', ')}))`);
}

/** Letters that ask and that determine, answers of the consulted, proxies and ballots of councils; the lists of kinds belong to several migrations. */
export class AdmitPapersOfConsultations1764000000710 implements MigrationInterface {
  name = 'AdmitPapersOfConsultations1764000000710';

  async up(runner: QueryRunner): Promise<void> {
    await changeKinds(runner, 'letter', (kinds) => [...kinds, ...LETTERS]);
    await changeKinds(runner, 'document', (kinds) => [...kinds, ...DOCUMENTS]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await changeKinds(runner, 'letter', (kinds) => kinds.filter((kind) => !LETTERS.includes(kind)));
    await changeKinds(runner, 'document', (kinds) => kinds.filter((kind) => !DOCUMENTS.includes(kind)));
  }
}
