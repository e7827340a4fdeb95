import pg from 'pg';

const DATE = 1082;
const BIGINT = 20;

/** Reads civil dates as the text they are and counts as numbers; instants stay `Date`. */
export function readPlainTypes(): void {
  pg.types.setTypeParser(DATE, (text) => text);
  pg.types.setTypeParser(BIGINT, Number);
}
