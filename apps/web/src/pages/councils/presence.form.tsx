import { Button, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { COUNCIL_PRESENCES, type CouncilPresence } from '#contracts';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Tag } from '../../ui/status-tag.js';
import { Card } from '../../ui/card.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { recordPresence } from './council.query.js';
import { type Council, type Member, type Session } from './council.types.js';
import { type Paper, PaperField } from './paper-field.js';
import { isCompletePresence, type PresenceChange, presenceOrders } from './presence-changes.js';
import { useAct } from '../dossiers/commands/use-act.js';

interface Props {
  dossier: DossierView;
  council: Council;
  session: Session;
}

/** The roll call: what is changed here is sent at once; what others recorded meanwhile shows beside it. */
export function PresenceForm({ dossier, council, session }: Props) {
  const { t } = useTranslation('council');
  const [changes, setChanges] = useState<Record<string, PresenceChange>>({});
  const members = council.members.filter(({ state }) => state !== 'released' && state !== 'declined');
  const saving = useAct(
    dossier.id,
    (sent: Record<string, PresenceChange>, key) =>
      recordPresence({ id: dossier.id, sessionId: session.id }, { presence: presenceOrders(sent) }, key),
    () => setChanges({}),
  );
  const count = Object.keys(changes).length;
  const change = (memberId: string, made: PresenceChange) => setChanges({ ...changes, [memberId]: made });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(changes);
      }}
    >
      <Card>
        <Text size="sm" c="dimmed">
          {t('session.presenceLead')}
        </Text>
        {members.map((member) => (
          <MemberRow
            key={member.memberId}
            {...{ dossier, member, session }}
            change={changes[member.memberId]}
            onChange={(made) => change(member.memberId, made)}
          />
        ))}
        {saving.isError && <ProblemAlert error={saving.error} />}
        <Group>
          <Button
            type="submit"
            loading={saving.isPending}
            disabled={count === 0 || !Object.values(changes).every(isCompletePresence)}
          >
            {t('session.savePresence')}
          </Button>
          <Text size="sm" role="status">
            {count > 0 ? t('session.unsaved', { count }) : saving.isSuccess && t('session.saved')}
          </Text>
        </Group>
      </Card>
    </form>
  );
}

interface RowProps {
  dossier: DossierView;
  member: Member;
  session: Session;
  change: PresenceChange | undefined;
  onChange: (change: PresenceChange) => void;
}

function MemberRow({ dossier, member, session, change, onChange }: RowProps) {
  const { t } = useTranslation('council');
  const { memberId, name, seat, state } = member;
  const recorded = session.attendance.find((row) => row.memberId === memberId);
  const value = change?.presence ?? recorded?.presence ?? '';
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
        <div>
          <Text fw={500}>{name}</Text>
          <Text size="sm" c="dimmed">
            {[t(`seat.${seat}`), state === 'invited' && t('session.notReady')].filter(Boolean).join(' · ')}
          </Text>
        </div>
        {state === 'recused' ? (
          <div>
            <Tag tone="red">{t('memberState.recused')}</Tag>
          </div>
        ) : (
          <NativeSelect
            aria-label={t('session.presenceOf', { name })}
            value={value}
            data={[
              ...(value === '' ? [{ value: '', label: t('session.notTaken') }] : []),
              ...COUNCIL_PRESENCES.map((one) => ({
                value: one,
                label: t(`presence.${one}`),
                disabled: state === 'invited' && one !== 'absent',
              })),
            ]}
            onChange={({ currentTarget }) =>
              onChange({ presence: currentTarget.value as CouncilPresence, proxyName: '', papers: [] })
            }
          />
        )}
      </SimpleGrid>
      {recorded?.proxyName != null && change === undefined && (
        <Text size="sm" c="dimmed">
          {recorded.proxyName}
        </Text>
      )}
      {change?.presence === 'proxy' && (
        <>
          <TextInput
            label={t('session.proxyName', { name })}
            required
            maxLength={200}
            value={change.proxyName}
            onChange={({ currentTarget }) => onChange({ ...change, proxyName: currentTarget.value })}
          />
          <PaperField
            dossierId={dossier.id}
            label={t('session.proxyPaper', { name })}
            kind="council_paper"
            papers={change.papers}
            onChange={(papers: Paper[]) => onChange({ ...change, papers })}
          />
        </>
      )}
    </Stack>
  );
}
