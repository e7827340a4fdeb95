const LIMIT = 1_000;
const names = new Map<string, string>();

/**
 * The name under which a connection prepares a statement, so that PostgreSQL parses and plans it once and not with each
 * command; undefined once a process has met very many different statements (lists put theirs together from their filter).
 */
export function statementName(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size >= LIMIT) return known;
  const name = `s${names.size}`;
  names.set(sql, name);
  return name;
}
