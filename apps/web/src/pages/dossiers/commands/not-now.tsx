import { List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CommandName, type ProblemCode, PROBLEMS } from '#contracts';
import { type Schema } from '../../../api/schema-names.js';
import { useProcedureWords } from '../../../ui/use-procedure-words.js';
import { type DossierView } from '../dossier.types.js';
import { Fold } from '../../../ui/fold.js';
import { hindered } from './hindrances.js';

interface Props {
  dossier: DossierView;
  items: readonly Schema<'CommandOptionDto'>[];
}
/** The steps that something stands in the way of, each with what it is and what to do; nothing where there is none. */
export function NotNow({ dossier, items }: Props) {
  const { t, i18n } = useTranslation('dossier');
  const words = useProcedureWords(dossier);
  const steps = hindered(items);
  if (steps.length === 0) return null;
  const reason = (code: ProblemCode) => {
    const { title, action } = PROBLEMS[code][i18n.language === 'en' ? 'en' : 'vi'];
    return `${title}. ${action}`;
  };
  return (
    <Fold label={t('steps.whyNot', { count: steps.length })}>
      {() => (
        <List size="sm" spacing={4}>
          {steps.map(({ command, codes }) => (
            <List.Item key={command}>
              <strong>{words.command(command as CommandName)}</strong>: {codes.map(reason).join(' ')}
            </List.Item>
          ))}
        </List>
      )}
    </Fold>
  );
}
