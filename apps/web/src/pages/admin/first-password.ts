/** Without letters and digits that are taken for each other when somebody reads them out. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;
/** The largest multiple of the number of signs that a byte holds: above it, some signs would come up more often. */
const FAIR_BELOW = 256 - (256 % SIGNS.length);

function nextSign(): string {
  const [byte = FAIR_BELOW] = crypto.getRandomValues(new Uint8Array(1));
  return byte < FAIR_BELOW ? (SIGNS[byte % SIGNS.length] ?? nextSign()) : nextSign();
}
const group = () => Array.from({ length: GROUP_LENGTH }, nextSign).join('');

/** A password that nobody chose: 16 signs of chance (79 bits) in four groups, easy to hand over on paper. */
export const firstPassword = (): string => Array.from({ length: GROUPS }, group).join('-');
