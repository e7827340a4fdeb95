import { createHash, timingSafeEqual } from 'node:crypto';

/** Who asks for figures: the address of the socket and the headers as they came. */
export interface Scrape {
  remoteAddress: string | undefined;
  headers: Readonly<Record<string, string | string[] | undefined>>;
}
const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
/** What a proxy on this machine adds: its callers are not this machine. */
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'];

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Whether somebody may read the figures of a process (ADR 0022): with a token configured whoever shows it as a bearer
 * token, else programs of this machine that no proxy stands in front of.
 */
export function mayScrape(token: string | null, { remoteAddress, headers }: Scrape): boolean {
  if (token === null)
    return LOOPBACK.test(remoteAddress ?? '') && FORWARDED.every((name) => headers[name] === undefined);
  const shown = /^Bearer (\S+)$/i.exec(String(headers['authorization'] ?? ''))?.[1];
  return shown !== undefined && timingSafeEqual(digest(shown), digest(token));
}
