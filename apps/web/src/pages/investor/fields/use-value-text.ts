import { useTranslation } from 'react-i18next';
import { type Row, textOf } from '../draft/draft.types.js';
import { type FieldName, fieldKind } from './field.types.js';
import { useEntryText } from './use-entry-text.js';
import { writtenNumber } from './typed-values.js';

/** A fact as it is read, in the words of the reader. */
export function useValueText(): (name: FieldName, value: unknown) => string {
  const { t, i18n } = useTranslation('investor');
  const { language } = i18n;
  const entries = useEntryText();
  return (name, value) => {
    const kind = fieldKind(name);
    if (value === undefined) return t('check.notGiven');
    switch (kind.kind) {
      case 'number':
        return writtenNumber(value, { grouped: kind.grouped, language });
      case 'percentage':
        return `${writtenNumber((value as Row)['value'], { language })} %`;
      case 'amount':
        return `${writtenNumber((value as Row)['value'], { grouped: true, language })} ${textOf((value as Row)['unit'])}`;
      case 'choice':
        return (
          (t(`choices.${kind.group}`, { returnObjects: true }) as Record<string, string>)[value as string] ??
          textOf(value)
        );
      case 'flag':
        return t(`choices.flag.${textOf(value) as 'true'}`);
      case 'country':
        return entries.country(textOf(value));
      case 'texts':
        return (value as string[]).join('; ');
      case 'results':
        return entries.results(value as Row[]);
      case 'sites':
        return entries.sites(value as Row[]);
      case 'certificate':
        return entries.certificate(value as Row);
      default:
        return textOf(value);
    }
  };
}
