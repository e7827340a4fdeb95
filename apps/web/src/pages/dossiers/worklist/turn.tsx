import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type Status } from '#contracts';
import { HOUSE } from '../../../session/role-groups.js';
import { hasRole, usePerson } from '../../../session/session.provider.js';
import { Tag } from '../../../ui/status-tag.js';
import { whoseTurn } from '../../investor/answer/whose-turn.js';
import { actionAddress, type RequiredAction } from '../commands/action-doors.js';

interface Props {
  status: Status;
  actions: readonly RequiredAction[];
  /** The action leads to where it is done. */
  dossierId: string;
  /** The list out of which the dossier is opened. */
  list: string | null;
}

/** What a dossier waits for next, and whose turn it is. */
export function Turn({ status, actions, dossierId, list }: Props) {
  const { t } = useTranslation('desk');
  const [first] = actions;
  if (!first) return <TurnOfOthers status={status} />;
  return (
    <div>
      {first.who === 'me' ? (
        <Anchor component={Link} href={actionAddress(dossierId, first.code, list)} size="sm" display="block">
          {t(`action.${first.code}`)}
        </Anchor>
      ) : (
        <Text size="sm">{t(`action.${first.code}`)}</Text>
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
