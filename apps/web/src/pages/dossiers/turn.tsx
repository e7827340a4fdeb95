import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type Schema } from '../../api/schema-names.js';
import { Tag } from '../../ui/status-tag.js';

/** Actions that are done on a page of their own. */
const PAGES: Partial<Record<Schema<'RequiredActionDto'>['code'], string>> = {
  submit_dossier: 'edit',
  answer_supplement_request: 'answer',
  answer_clarification_request: 'answer',
  respond_to_intended_refusal: 'answer',
};

interface Props {
  actions: readonly Schema<'RequiredActionDto'>[];
  /** Of the dossier, where its own page is not open already: the action leads to the page on which it is done. */
  dossierId?: string;
}

/** What a dossier waits for next, and whose turn it is. */
export function Turn({ actions, dossierId }: Props) {
  const { t } = useTranslation('desk');
  const [first] = actions;
  if (!first)
    return (
      <Text size="sm" c="dimmed" span>
        {t('nothingToDo')}
      </Text>
    );
  const page = first.who === 'me' && dossierId !== undefined ? PAGES[first.code] : undefined;
  return (
    <div>
      {page === undefined ? (
        <Text size="sm">{t(`action.${first.code}`)}</Text>
      ) : (
        <Anchor component={Link} href={`/dossiers/${dossierId}/${page}`} size="sm" display="block">
          {t(`action.${first.code}`)}
        </Anchor>
      )}
      {first.who === 'me' ? (
        <Tag tone="blue">{t('yours')}</Tag>
      ) : (
        <Text size="xs" c="dimmed">
          {t(`party.${first.party}`)}
        </Text>
      )}
    </div>
  );
}
