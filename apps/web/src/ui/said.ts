import { useTranslation } from 'react-i18next';
import { type Bilingual } from '#contracts';

/** Picks the reader's language of a text that the API tells in both. */
export function useSaid(): (text: Bilingual) => string {
  const { i18n } = useTranslation();
  return (text) => (i18n.language === 'en' ? text.en : text.vi);
}
