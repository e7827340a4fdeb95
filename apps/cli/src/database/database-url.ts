import { type DatabaseConfig } from '#database';

/**
 * Reads postgres://user:password@host:port/database; the port defaults to 5432, parts are percent-decoded. A host may be
 * the folder of a socket, as libpq has it: postgres://user:password@%2Fvar%2Frun:5432/database.
 */
export function fromDatabaseUrl(text: string): DatabaseConfig {
  const url = new URL(text);
  return {
    host: decodeURIComponent(url.hostname),
    port: url.port === '' ? 5432 : Number(url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
  };
}

/** The reverse of `fromDatabaseUrl`, to hand a connection to a child process. */
export function toDatabaseUrl({ host, port, user, password, database }: DatabaseConfig): string {
  const [name, secret, base] = [user, password, database].map(encodeURIComponent);
  const place = host.startsWith('/') ? encodeURIComponent(host) : host;
  return `postgres://${name}:${secret}@${place}:${port}/${base}`;
}
