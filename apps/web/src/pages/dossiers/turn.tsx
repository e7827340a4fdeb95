import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type Role, type Status } from '#contracts';
import { type Schema } from '../../api/schema-names.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { Tag } from '../../ui/status-tag.js';
import { whoseTurn } from '../investor/answer/whose-turn.js';

/** Who is told what everybody has to do. */
const HOUSE: readonly Role[] = [
  ...(['clerk', 'appraiser', 'head', 'leader', 'province_leader', 'auditor', 'council_secretary'] as const),
];

/** Actions that are done on a page of their own. */
const PAGES: Partial<Record<Schema<'RequiredActionDto'>['code'], string>> = {
  submit_dossier: 'edit',
  answer_supplement_request: 'answer',
  answer_clarification_request: 'answer',
  respond_to_intended_refusal: 'answer',
};

interface Props {
  status: Status;
  actions: readonly Schema<'RequiredActionDto'>[];
  /** Of the dossier, where its own page is not open already: the action leads to the page on which it is done. */
  dossierId?: string;
}

/** What a dossier waits for next, and whose turn it is. */
export function Turn({ status, actions, dossierId }: Props) {
  const { t } = useTranslation('desk');
  const [first] = actions;
  if (!first) return <TurnOfOthers status={status} />;
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

const OF_OTHERS = { yours: 'ownersTurn', theirs: 'housesTurn', nobody: 'nothingToDo' } as const;

/** Whoever is outside the house is told their own actions alone, so the status has to say that others are to act. */
function TurnOfOthers({ status }: Pick<Props, 'status'>) {
  const { t } = useTranslation('desk');
  const outside = !hasRole(usePerson(), ...HOUSE);
  return (
    <Text size="sm" c="dimmed" span>
      {t(outside ? OF_OTHERS[whoseTurn(status, true)] : 'nothingToDo')}
    </Text>
  );
}
