import { List, Spoiler } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CommandName, type ProblemCode, PROBLEMS } from '#contracts';
import { type Schema } from '../../api/schema-names.js';

/** The steps that cannot be taken now, each with the words of its refusal and what to do. */
export function NotNow({ items }: { items: Schema<'CommandOptionDto'>[] }) {
  const { t, i18n } = useTranslation(['dossier', 'words']);
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const reason = (code: unknown) => {
    if (typeof code !== 'string' || !(code in PROBLEMS)) return '';
    const { title, action } = PROBLEMS[code as ProblemCode][language];
    return `${title}. ${action}`;
  };
  return (
    <Spoiler
      maxHeight={0}
      showLabel={t('steps.whyNot', { count: items.length })}
      hideLabel={t('steps.hideWhyNot')}
    >
      <List size="sm" spacing={4}>
        {items.map(({ command, reasons }) => (
          <List.Item key={command}>
            <strong>{t(`words:command.${command as CommandName}`)}</strong>:{' '}
            {reason((reasons[0] as { code?: unknown } | undefined)?.code)}
          </List.Item>
        ))}
      </List>
    </Spoiler>
  );
}
