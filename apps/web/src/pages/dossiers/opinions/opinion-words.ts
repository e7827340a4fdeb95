import { useTranslation } from 'react-i18next';
import { type Schema } from '../../../api/schema-names.js';
import { useProcedureWords } from '../../../ui/use-procedure-words.js';
import { type Row } from '../../investor/draft/draft.types.js';
import { type DossierView } from '../dossier.types.js';
import { contentOf, fieldOf, type Mark } from './opinion-content.js';

/** What a field of the form is called, a criterion by its code and name; null for what is no field of it. */
export function useFieldWords(sheet: Schema<'CriteriaSheetDto'>): (field: string) => string | null {
  const { t, i18n } = useTranslation('dossier');
  const language = i18n.language === 'en' ? 'en' : 'vi';
  return (field) => {
    const { part, code } = fieldOf(field);
    if (part === 'summary' || part === 'recommendation') return t(`opinions.${part}`);
    const name = sheet.criteria.find((one) => one.code === code)?.name[language];
    if (code === null || name === undefined || (part !== 'mark' && part !== 'remark')) return null;
    return t(`opinions.fault.${part}`, { code, name });
  };
}

/** What the recording of an opinion, or of its change, would do, in words. */
export function useOpinionSaying(dossier: DossierView, isChange: boolean): (fields: Row) => string {
  const { t } = useTranslation('dossier');
  const words = useProcedureWords(dossier);
  return (fields) => {
    const { criteria, recommendation } = contentOf(fields);
    const countOf = (mark: Mark) => criteria.filter((one) => one.mark === mark).length;
    const outcome = recommendation === null ? '' : words.outcome(recommendation);
    const counts = {
      achieved: countOf('achieved'),
      notAchieved: countOf('not_achieved'),
      notApplicable: countOf('not_applicable'),
    };
    return `${t('opinions.saying.what', { outcome, ...counts })} ${t(`opinions.saying.${isChange ? 'change' : 'record'}`)}`;
  };
}
