import { Group, Spoiler, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../format/format.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { Section } from '../../ui/section.js';
import { Tag } from '../../ui/status-tag.js';
import { Card } from '../../ui/card.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { ChangeCouncil } from './change-council.js';
import { isConducting, ownSeatOf } from './council-counts.js';
import { COUNCIL_TONES } from './council-tones.js';
import { type Council } from './council.types.js';
import { CallSession } from './call-session.js';
import { MemberTable } from './member-table.js';
import { PaperLine } from './paper-line.js';
import { Remarks } from './remarks.js';
import { CouncilRules } from './council-rules.js';
import { SessionList } from './session-list.js';
import { isWorking } from './working.js';

interface Props {
  dossier: DossierView;
  council: Council;
  /** The open council of the round, about which something can be done. */
  isCurrent: boolean;
}

/** One council: its decision, its members, its rules and its sessions. */
export function CouncilCard({ dossier, council, isCurrent }: Props) {
  const { t } = useTranslation('council');
  const person = usePerson();
  const { name, status, decision, sessions } = council;
  const works = isCurrent && isWorking(dossier.status);
  const conducts = works && isConducting(ownSeatOf(council, person.id));
  return (
    <Stack gap="lg" component="section" aria-label={name}>
      <Card>
        <Group gap="xs">
          <Title order={2} size="h3">
            {name}
          </Title>
          <Tag tone={COUNCIL_TONES[status]}>{t(`status.${status}`)}</Tag>
        </Group>
        <Text size="sm" c="dimmed">
          {[
            t('card.by', { name: council.establishedByName, on: formatInstant(council.establishedAt) }),
            t('card.round', { round: council.round }),
          ].join(' · ')}
        </Text>
        {council.decidedBasis !== null && (
          <Text size="sm">{t('card.basis', { basis: council.decidedBasis })}</Text>
        )}
        {council.dissolvedReason !== null && (
          <Text size="sm">{t('card.dissolved', { reason: council.dissolvedReason })}</Text>
        )}
        {decision && (
          <PaperLine
            dossier={dossier}
            paper={decision}
            title={t('card.decision')}
            draft={t('card.decisionDraft')}
          />
        )}
        {works && hasRole(person, 'head', 'leader') && <ChangeCouncil dossier={dossier} council={council} />}
      </Card>
      {works && <Remarks remarks={council.remarks} />}
      <Section title={t('card.members')}>
        <MemberTable council={council} />
        <Text size="sm" c="dimmed">
          {t('card.counting', { count: council.counting })}
        </Text>
        <Spoiler maxHeight={0} showLabel={t('card.rules')} hideLabel={t('card.hideRules')}>
          <CouncilRules council={council} />
        </Spoiler>
      </Section>
      <Section title={t('card.sessions')}>
        <SessionList dossierId={dossier.id} sessions={sessions} />
        {conducts && status === 'established' && <CallSession dossier={dossier} council={council} />}
      </Section>
    </Stack>
  );
}
