const SIGNS = /[\\%_]/g;

/** The pattern of `LIKE` under which a text occurs somewhere, whatever signs it has. */
export const likePart = (text: string): string => `%${text.replace(SIGNS, (sign) => `\\${sign}`)}%`;
