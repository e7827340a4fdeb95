/** How to reach PostgreSQL, as one role. */
export interface DatabaseConfig {
  /** A name, an address, or the folder of the server's socket on this machine. */
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  /** Upper bound of the pool of one process. */
  poolSize?: number;
  /** Seconds after which the server gives one statement up; a database that is silent for longer counts as gone. No limit when absent. */
  statementSeconds?: number;
}

/** The role of the application: no UPDATE or DELETE on logs, no DDL. */
export const APP_ROLE = 'techgate_app';
/** The role that owns the schema and runs migrations. */
export const OWNER_ROLE = 'techgate_owner';
/** The only role that may null a payload of the log, leaving who, when and on what basis. */
export const ERASER_ROLE = 'techgate_eraser';
