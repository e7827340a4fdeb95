import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../i18n/language.js';
import { Answer, LoadingState } from '../../../ui/states.js';
import { checklistQuery } from '../draft/dossier.query.js';
import { useEditing } from '../edit/draft.context.js';
import { Notice } from '../../../ui/notice.js';
import { missingPapers } from './papers.js';

/** The required papers that nobody handed in yet, or that none is missing; nothing is claimed before that is known. */
export function MissingPapers({ text }: { text: string }) {
  const { t } = useTranslation('investor');
  const { dossier, state } = useEditing();
  const checklist = useQuery(checklistQuery(dossier.id, state.revision));
  return (
    <Answer query={checklist} loading={<LoadingState rows={1} />}>
      {(papers) => {
        const missing = missingPapers(papers, state.draft);
        if (missing.length === 0) return <Text size="sm">{t('check.papersWhole')}</Text>;
        return (
          <Notice tone="amber" title={t('check.papersMissing', { count: missing.length })}>
            <List size="sm">
              {missing.map(({ code, name, basis }) => (
                <List.Item key={code}>
                  {code} · {name[currentLanguage()]} ({basis})
                </List.Item>
              ))}
            </List>
            <Text size="sm" mt="xs">
              {text}
            </Text>
          </Notice>
        );
      }}
    </Answer>
  );
}
