import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Area, AREAS } from './areas.js';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const REMEMBERED = 'techgate.language';
const CATALOGUES = {
  vi: () => import('./vi/index.js'),
  en: () => import('./en/index.js'),
};
export const i18n = i18next;

const isLanguage = (word: string | null): word is Language => LANGUAGES.some((one) => one === word);

/** Vietnamese unless the reader chose, or the address says (`?lang=en`, as printed on letters), otherwise. */
function wantedLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang');
  if (isLanguage(asked)) return asked;
  const remembered = localStorage.getItem(REMEMBERED);
  return isLanguage(remembered) ? remembered : 'vi';
}

/** Loads the catalogue of the reader's language; has to end before the first page is drawn. */
export async function startLanguage(): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: 'vi',
    resources: {},
    defaultNS: 'app',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await changeLanguage(wantedLanguage());
}

/** Areas whose pages were opened: their texts are wanted in every language that the reader chooses later. */
const opened = new Set<Area>();

async function loadInto(language: Language, areas: Iterable<Area>): Promise<void> {
  const missing = [...areas].filter((area) => !i18n.hasResourceBundle(language, area));
  const texts = await Promise.all(missing.map((area) => AREAS[area][language]()));
  missing.forEach((area, index) => i18n.addResourceBundle(language, area, texts[index]));
}

/** Loads the texts of areas in the reader's language; a page of theirs is drawn after that. */
export function openAreas(...areas: Area[]): Promise<void> {
  for (const area of areas) opened.add(area);
  return loadInto(currentLanguage(), areas);
}

export async function changeLanguage(language: Language): Promise<void> {
  const { catalogue } = await CATALOGUES[language]();
  for (const [area, texts] of Object.entries(catalogue)) i18n.addResourceBundle(language, area, texts);
  await loadInto(language, opened);
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem(REMEMBERED, language);
}

export const currentLanguage = (): Language => (i18n.language === 'en' ? 'en' : 'vi');
