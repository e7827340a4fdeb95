/** One word of a text: without accents, and with its accents as an order-free key (`hoà` = `hòa`). */
export interface Token {
  bare: string;
  accented: string;
}

/** Expanded before matching; whole words only, written without accents. */
const ABBREVIATIONS: Record<string, string> = {
  cn: 'cong nghe',
  dc: 'day chuyen',
  pp: 'phuong phap',
  sx: 'san xuat',
  tbi: 'thiet bi',
  vlxd: 'vat lieu xay dung',
  xm: 'xi mang',
  hg: 'thuy ngan',
  tio2: 'oxit titan',
  pcp: 'pentachlorophenol',
  asbestos: 'amiang',
};
/** Spellings of one thing; longest first. Written without accents. */
const EQUIVALENTS: [RegExp, string][] = [
  [/\b(hai|2) (ky|thi)\b/g, '2 ky'],
  [/\b(bon|4) (ky|thi)\b/g, '4 ky'],
  [/\btwo[ -]?strokes?\b/g, '2 ky'],
  [/\bfour[ -]?strokes?\b/g, '4 ky'],
  [/\ba ?mi ?ang\b/g, 'amiang'],
  [/\bxi ?mang\b/g, 'xi mang'],
  [/\bcements?\b/g, 'xi mang'],
  [/\b(clanh ?ke|clinh ?ke|clanke|clinke)\b/g, 'clinker'],
  [/\bsulph/g, 'sulf'],
  [/\bsulfuric\b|\bsunfuric\b|\bsunphuric\b/g, 'sulfuric'],
  [/\bo ?xit\b/g, 'oxit'],
  [/\bmercury\b/g, 'thuy ngan'],
];
/** Words that tell nothing about which technology it is, whether their accents are written or not. */
const STOP_WORDS = new Set(
  (
    'cong nghe san xuat phuong phap quy trinh ky thuat day chuyen theo bang cho cua va tu tren trong tai duoc cac ' +
    'nhung loai voi kieu dang he thong thiet bi the of by with for and in a an to using use process ' +
    'production technology method manufacturing manufacture line plant making'
  ).split(' '),
);
/** Words that tell nothing only with these accents: `dùng` (use) must not hide `đứng` (vertical). */
const ACCENTED_STOP_WORDS = ['dùng', 'để', 'từ', 'ở', 'là', 'có'];

const strip = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
const accentKey = (word: string): string => {
  const marks = [...word.normalize('NFD').matchAll(/\p{M}/gu)].map(([mark]) => mark).sort();
  return `${strip(word)}${word.includes('đ') ? '-' : ''}${marks.join('')}`;
};

const ACCENTED_STOP_KEYS = new Set(ACCENTED_STOP_WORDS.map(accentKey));

/** Words of a text, lower case, expanded; stop words stay (see `contentTokens`). */
export function tokensOf(text: string): Token[] {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const tokens = words.map((word) => ({ bare: strip(word), accented: accentKey(word) }));
  return applyEquivalents(tokens.flatMap(expand));
}

const plain = (bare: string): Token => ({ bare, accented: bare });
function expand(token: Token): Token[] {
  const full = Object.hasOwn(ABBREVIATIONS, token.bare) ? ABBREVIATIONS[token.bare] : undefined;
  return full ? full.split(' ').map(plain) : [token];
}

/** Replaces spelling variants; words that did not change keep their accents. */
function applyEquivalents(tokens: Token[]): Token[] {
  const before = tokens.map(({ bare }) => bare).join(' ');
  const after = EQUIVALENTS.reduce((text, [pattern, to]) => text.replace(pattern, to), before);
  if (after === before) return tokens;
  const pool = [...tokens];
  return after
    .split(' ')
    .filter(Boolean)
    .map((bare) => {
      const at = pool.findIndex((token) => token.bare === bare);
      return at < 0 ? plain(bare) : (pool.splice(at, 1)[0] as Token);
    });
}

const isUse = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.bare === 'dung' && tokens[at - 1]?.bare === 'su';
const tellsNothing = ({ bare, accented }: Token): boolean =>
  bare === 'su' || STOP_WORDS.has(bare) || ACCENTED_STOP_KEYS.has(accented);

/** The words that carry meaning; when nothing else is left, all of them. */
export function contentTokens(tokens: readonly Token[]): Token[] {
  const content = tokens.filter((token, index) => !tellsNothing(token) && !isUse(tokens, index));
  return content.length > 0 ? content : [...tokens];
}
