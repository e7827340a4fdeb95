/** Statements that stand in the code as they are; a process meets a few hundred of them. */
const WRITTEN = { prefix: 's', limit: 1_000, names: new Map<string, string>() };
/** Lists put theirs together from their filter: as many as people think of, so few are kept. */
const COMPOSED = { prefix: 'c', limit: 100, names: new Map<string, string>() };

/**
 * The name under which a connection prepares a statement, so that PostgreSQL parses and plans it once and not with each
 * command; undefined once a process has met very many different ones, which then are planned each time. Statements that are
 * put together count apart: nobody who varies a filter takes the names of the commands.
 */
export function statementName(sql: string, { composed = false } = {}): string | undefined {
  const { prefix, limit, names } = composed ? COMPOSED : WRITTEN;
  const known = names.get(sql);
  if (known !== undefined || names.size >= limit) return known;
  const name = `${prefix}${names.size}`;
  names.set(sql, name);
  return name;
}
