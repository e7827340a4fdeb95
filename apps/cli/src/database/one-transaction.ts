import { type DatabaseConfig, type Tx } from '#database';

/** Runs work of the system itself, for one authority, in one transaction as the given role. */
export async function inOneTransaction(
  role: DatabaseConfig,
  authorityId: string,
  work: (tx: Tx) => Promise<void>,
): Promise<void> {
  const [{ dataSourceOptions, UnitOfWork }, { systemActor, systemClock }, { DataSource }] = await Promise.all(
    [import('#database'), import('#kernel'), import('typeorm')],
  );
  const source = await new DataSource(dataSourceOptions({ ...role, poolSize: 1 })).initialize();
  try {
    await new UnitOfWork(source, systemClock).run(systemActor(authorityId), work);
  } finally {
    await source.destroy();
  }
}
