/** The one form of an e-mail address under which an account is stored and looked up: NFKC, trimmed, lower case. */
export const normaliseEmail = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
