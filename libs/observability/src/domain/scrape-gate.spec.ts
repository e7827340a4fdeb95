import { mayScrape } from './scrape-gate.js';

const TOKEN = 't'.repeat(32);
const from = (remoteAddress: string, headers: Record<string, string> = {}) => ({ remoteAddress, headers });

describe('who may read the figures', () => {
  it.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])('without a token: %s', (address) => {
    expect(mayScrape(null, from(address))).toBe(true);
  });

  it.each(['10.0.0.1', '::ffff:10.0.0.1', 'fe80::1', '', '127.0.0.1.example.vn'])('never %j', (address) => {
    expect(mayScrape(null, from(address))).toBe(false);
  });

  it.each(['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'])(
    'not the caller of a proxy on this machine (%s)',
    (name) => {
      expect(mayScrape(null, from('127.0.0.1', { [name]: '127.0.0.1' }))).toBe(false);
    },
  );

  it('with a token: who shows it, from anywhere, and nobody else', () => {
    expect(mayScrape(TOKEN, from('10.0.0.1', { authorization: `Bearer ${TOKEN}` }))).toBe(true);
    expect(mayScrape(TOKEN, from('10.0.0.1', { authorization: `bearer ${TOKEN}` }))).toBe(true);
    for (const authorization of ['', TOKEN, `Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`, `Basic ${TOKEN}`])
      expect(mayScrape(TOKEN, from('127.0.0.1', { authorization }))).toBe(false);
    expect(mayScrape(TOKEN, from('127.0.0.1'))).toBe(false);
  });
});
