import { erasureLine, readKnownErasures } from './known-erasures.js';

const one = { basis: 'nd-13-2023.art-16', chainId: 'd0a80101-0000-4000-8000-000000000001', seq: 3 };

describe('erasures that are known outside of the database', () => {
  it('are read as they were written, whatever stands between them', () => {
    const text = `${erasureLine(one)}\n\n${erasureLine({ ...one, seq: 4 })}\r\n`;
    expect(readKnownErasures(text)).toEqual({ known: [one, { ...one, seq: 4 }], unreadable: 0 });
    expect(readKnownErasures('')).toEqual({ known: [], unreadable: 0 });
  });

  it.each([
    ['no JSON', '{"basis":'],
    ['no basis', JSON.stringify({ ...one, basis: ' ' })],
    ['no chain', JSON.stringify({ ...one, chainId: 'x' })],
    ['no number', JSON.stringify({ ...one, seq: '3' })],
    ['null', 'null'],
  ])('a line with %s is counted, not read', (_what, line) => {
    expect(readKnownErasures(`${line}\n${erasureLine(one)}`)).toEqual({ known: [one], unreadable: 1 });
  });
});
