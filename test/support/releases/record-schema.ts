import pg from 'pg';
import { AbstractLogger, DataSource, type MigrationInterface } from 'typeorm';
import { type DatabaseConfig, dataSourceOptions } from '#database';
import { runAs } from '../database.js';

/** Keeps every statement that TypeORM sends, its values written into it. */
class StatementLog extends AbstractLogger {
  readonly statements: string[] = [];

  override logQuery(query: string, values?: readonly unknown[]): void {
    const text = (values ?? []).reduce<string>(
      (sql, value, index) => sql.replace(`$${index + 1}`, () => pg.escapeLiteral(String(value))),
      query,
    );
    this.statements.push(`${text.trim().replace(/;$/, '')};\n`);
  }
  protected override writeLog(): void {
    // Only statements are wanted.
  }
}

/** Runs migrations in an empty database; returns their statements, begin and end of transactions among them. */
export async function recordMigrations(
  owner: DatabaseConfig,
  migrations: (new () => MigrationInterface)[],
): Promise<string> {
  const log = new StatementLog();
  const options = { ...dataSourceOptions({ ...owner, poolSize: 2 }), migrations, logger: log };
  const source = await new DataSource(options).initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
  return log.statements.join('');
}

/** What `provision` left in a database, as statements. */
export async function recordProvision(superuser: DatabaseConfig): Promise<string> {
  const rows = await runAs(
    superuser,
    `SELECT format('CREATE EXTENSION %I;', extname) AS line FROM pg_extension WHERE extname <> 'plpgsql'
      UNION ALL
     SELECT format('GRANT %s ON SCHEMA public TO %I;', privilege_type, grantee::regrole::text)
       FROM pg_namespace, aclexplode(nspacl) WHERE nspname = 'public' AND grantee::regrole::text LIKE 'techgate%'
      ORDER BY line`,
  );
  return rows.map(({ line }) => `${String(line)}\n`).join('');
}
