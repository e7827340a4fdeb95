import { isIPv6 } from 'node:net';

/** A household or an office has one network of these sixteen-bit groups; its single addresses are without number. */
const GROUPS_OF_A_NETWORK = 4;
const GROUPS = 8;

/**
 * Under which name an address is counted: an IPv6 address by its network (/64), one that carries an IPv4 address by that,
 * everything else as it is.
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return plain;
  const old = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (old !== undefined) return old;
  const [head = '', tail] = plain.split('::');
  const groups = [groupsOf(head), groupsOf(tail ?? '')] as const;
  const missing = Math.max(0, GROUPS - groups[0].length - groups[1].length);
  const all = [...groups[0], ...Array.from({ length: missing }, () => '0'), ...groups[1]];
  const network = all.slice(0, GROUPS_OF_A_NETWORK).map((group) => parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}

/** An IPv4 address at the end stands for two groups; below the network nobody asks which. */
const groupsOf = (part: string): string[] =>
  part === '' ? [] : part.split(':').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]));
