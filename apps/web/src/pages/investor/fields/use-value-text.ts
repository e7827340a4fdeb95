import { useTranslation } from 'react-i18next';
import { type Row, textOf } from '../draft/draft.types.js';
import { type FieldName, fieldKind } from './field.types.js';
import { writtenNumber } from './typed-values.js';

/** A fact as it is read, in the words of the reader. */
export function useValueText(): (name: FieldName, value: unknown) => string {
  const { t, i18n } = useTranslation('investor');
  return (name, value) => {
    const kind = fieldKind(name);
    if (value === undefined) return t('check.notGiven');
    switch (kind.kind) {
      case 'number':
        return writtenNumber(value, kind.grouped);
      case 'percentage':
        return `${writtenNumber((value as Row)['value'])} %`;
      case 'amount':
        return `${writtenNumber((value as Row)['value'], true)} ${textOf((value as Row)['unit'])}`;
      case 'choice':
        return (
          (t(`choices.${kind.group}`, { returnObjects: true }) as Record<string, string>)[value as string] ??
          textOf(value)
        );
      case 'flag':
        return t(`choices.flag.${textOf(value) as 'true'}`);
      case 'country':
        return /^[A-Z]{2}$/.test(textOf(value))
          ? (new Intl.DisplayNames(i18n.language, { type: 'region' }).of(textOf(value)) ?? textOf(value))
          : textOf(value);
      case 'texts':
        return (value as string[]).join('; ');
      default:
        return textOf(value);
    }
  };
}
