import { BlockList, isIP } from 'node:net';

const NAMED: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};
/** What a list of proxies may hold. */
export const PROXY_WORDS = `addresses, networks (10.1.0.0/16) and ${Object.keys(NAMED).join(', ')}`;
const NETWORK = /^([0-9a-fA-F.:]+)\/(\d{1,3})$/;
const kindOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Whether an address is one of the proxies. @throws RangeError for a word that is none of `PROXY_WORDS` */
export function trustedProxies(words: readonly string[]): (address: string) => boolean {
  const known = new BlockList();
  for (const word of words.flatMap((one) => NAMED[one] ?? [one])) add(known, word);
  return (address) => isIP(address) !== 0 && known.check(address, kindOf(address));
}

function add(known: BlockList, word: string): void {
  const [, network = '', bits = ''] = NETWORK.exec(word) ?? [];
  const address = network === '' ? word : network;
  const most = isIP(address) === 6 ? 128 : 32;
  if (isIP(address) === 0 || Number(bits) > most) throw new RangeError(word);
  if (network === '') known.addAddress(address, kindOf(address));
  else known.addSubnet(address, Number(bits), kindOf(address));
}
