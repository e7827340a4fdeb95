import { LETTER_KINDS } from '#contracts';
import { parseNumber, printedNumber, registerOf, symbolOf } from './letter-register.js';

const ISSUER = { bodyCode: 'SKHCN', unitCode: 'QLCN' };

describe('letter register', () => {
  it('gives an official letter no type code and a titled paper its own (domain table 7.11)', () => {
    expect(symbolOf('decision', ISSUER)).toBe('SKHCN-QLCN');
    expect(symbolOf('discontinuance', ISSUER)).toBe('TB-SKHCN');
  });

  it('numbers kinds that print the same symbol together, so that no number stands on two papers', () => {
    const pairs = LETTER_KINDS.map((kind) => [symbolOf(kind, ISSUER), registerOf(kind)] as const);
    for (const [symbol, register] of pairs) {
      for (const [otherSymbol, otherRegister] of pairs)
        expect(symbol === otherSymbol).toBe(register === otherRegister);
    }
  });

  it.each([
    [1, '01/SKHCN-QLCN'],
    [99, '99/SKHCN-QLCN'],
    [123, '123/SKHCN-QLCN'],
  ])('prints %i as %s and reads it back', (number, printed) => {
    expect(printedNumber(number, 'SKHCN-QLCN')).toBe(printed);
    expect(parseNumber(printed)).toEqual({ number, symbol: 'SKHCN-QLCN' });
    expect(parseNumber(` 00${printed.toLowerCase()} `)).toEqual({ number, symbol: 'SKHCN-QLCN' });
  });

  it.each(['', '12', '/SKHCN', 'a/SKHCN', '0/SKHCN-QLCN', '1/ A', '1/A B', "1/A' OR 1=1"])(
    'reads no number from %j',
    (text) => {
      expect(parseNumber(text)).toBeNull();
    },
  );
});
