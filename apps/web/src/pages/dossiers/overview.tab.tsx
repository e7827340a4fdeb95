import { Alert, Group, List, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { type Role } from '#contracts';
import { type Schema } from '../../api/schema-names.js';
import { formatDate, formatInstant } from '../../format/format.js';
import { OFFICERS } from '../../session/role-groups.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { Section } from '../../ui/section.js';
import { Answer, Unanswered } from '../../ui/states.js';
import { OutcomeTag, StatusTag, Tag } from '../../ui/status-tag.js';
import { ConsultationLine } from '../councils/heard.tabs.js';
import { Card } from '../../ui/card.js';
import { Values } from '../../ui/values.js';
import { assignmentsQuery, roundsQuery } from './dossier.query.js';
import { type DossierView, type OpenRequest } from './dossier.types.js';
import { useLawTitles } from './law-names.js';
import { Declaration } from './invitations.js';
import { OwnConflict } from './own-conflict.js';

/** Who of the house is told who works on a dossier. */
const ASSIGNED_SHOWN: readonly Role[] = [...OFFICERS, 'auditor'];

interface Props {
  dossier: DossierView;
  /** Whether the reader is of the house, and whether what it concluded in each round is for them. */
  house: boolean;
  rounds: boolean;
}

/** Where the dossier stands: what is asked, who works on it, what was concluded and decided. */
export function OverviewTab({ dossier, house, rounds }: Props) {
  const { t } = useTranslation(['dossier', 'words']);
  const { incomingNumber, incomingOn, law } = dossier;
  const seesPeople = hasRole(usePerson(), ...ASSIGNED_SHOWN);
  const laws = useLawTitles(law?.packs.map(({ packId }) => packId) ?? []);
  const lawLine: [string, string] = [t('overview.law'), laws.join('; ')];
  // A dossier that was sent in by its owner has no letter that it came with.
  const incoming: [string, string][] = incomingNumber
    ? [[t('overview.incoming'), `${incomingNumber} (${formatDate(incomingOn)})`]]
    : [];
  return (
    <>
      {dossier.openRequest && <Asked request={dossier.openRequest} />}
      {(house || !dossier.law) && (
        <Suspense fallback={null}>
          <ConsultationLine dossier={dossier} />
        </Suspense>
      )}
      {house && seesPeople && <People dossier={dossier} />}
      {dossier.law && <OwnConflict dossierId={dossier.id} />}
      <Section title={t('overview.about')}>
        <Card>
          <Values
            items={[
              [t('overview.procedure'), t(`words:procedure.${dossier.procedureId}`)],
              [t('overview.received'), dossier.receivedOn && formatDate(dossier.receivedOn)],
              ...incoming,
              [t('overview.parties'), dossier.parties.map(({ name }) => name).join(', ') || null],
              ...(laws.length > 0 ? [lawLine] : []),
            ]}
          />
        </Card>
      </Section>
      {rounds && <Rounds dossier={dossier} />}
    </>
  );
}

function Asked({ request }: { request: OpenRequest }) {
  const { t } = useTranslation('dossier');
  const { kind, content, replyBy } = request;
  return (
    <Alert
      variant="outline"
      color="yellow"
      title={t(`overview.asked.${kind}`, { on: formatDate(replyBy) })}
      role="note"
    >
      {content.grounds !== undefined && <Text size="sm">{content.grounds}</Text>}
      <List size="sm" type="ordered">
        {(content.items ?? []).map(({ what, basis }) => (
          <List.Item key={what}>
            {what} <Text span size="sm" c="dimmed">{`(${basis})`}</Text>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function People({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('dossier');
  const query = useQuery(assignmentsQuery(dossier.id));
  const items = query.data?.items ?? [];
  if (query.isError) return <Unanswered query={query} />;
  return (
    <Section title={t('overview.people')}>
      <Declaration dossierId={dossier.id} />
      <Card>
        {query.data && items.length === 0 && <Text size="sm">{t('overview.nobody')}</Text>}
        {items.map(({ id, assigneeName, kind, state, declaration, dueOn }) => (
          <Group key={id} gap="xs">
            <Text fw={500}>{assigneeName}</Text>
            <Text size="sm" c="dimmed">
              {[
                t(`overview.kind.${kind}`),
                declaration && t(`overview.declaration.${declaration}`),
                formatDate(dueOn),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            <Tag tone={state === 'accepted' ? 'green' : 'grey'}>{t(`overview.state.${state}`)}</Tag>
          </Group>
        ))}
      </Card>
    </Section>
  );
}

function Rounds({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('dossier');
  const query = useQuery(roundsQuery(dossier.id));
  if (query.data === undefined) return <Answer query={query}>{() => null}</Answer>;
  const rounds = query.data.items.filter(
    ({ conclusions, decision, reopening }) =>
      conclusions.length > 0 || decision !== null || reopening !== null,
  );
  return rounds.map((round) => (
    <Section key={round.round} title={t('overview.round', { round: round.round })}>
      {round.reopening && (
        <Card>
          <Text>
            {t('overview.reopened', {
              on: formatDate(round.reopening.decidedOn),
              what: round.reopening.complaintDecision,
            })}
          </Text>
        </Card>
      )}
      {round.conclusions.map((conclusion) => (
        <ConclusionCard key={conclusion.concludedAt} conclusion={conclusion} dossier={dossier} />
      ))}
      {round.decision && (
        <Card>
          <Group gap="xs">
            <Title order={3}>{t('overview.decision')}</Title>
            <StatusTag status={round.decision.kind} of={dossier} />
          </Group>
          <Text size="sm" c="dimmed">
            {[round.decision.decidedBy, formatInstant(round.decision.decidedAt)].filter(Boolean).join(' · ')}
          </Text>
        </Card>
      )}
      {round.conditions.length > 0 && (
        <List size="sm" type="ordered">
          {round.conditions.map(({ number, what, deadlineOn }) => (
            <List.Item key={number}>{`${what} (${formatDate(deadlineOn)})`}</List.Item>
          ))}
        </List>
      )}
    </Section>
  ));
}

interface ConclusionProps {
  conclusion: Schema<'ConclusionDto'>;
  dossier: DossierView;
}
function ConclusionCard({ conclusion, dossier }: ConclusionProps) {
  const { t } = useTranslation('dossier');
  const { outcome, concludedBy, concludedAt, endorsedBy, endorsementNote, sentBackReason } = conclusion;
  const { summary } = conclusion.content as { summary?: string };
  return (
    <Card>
      <Group gap="xs">
        <Title order={3}>{t('overview.conclusion')}</Title>
        <OutcomeTag outcome={outcome} of={dossier} />
      </Group>
      <Text style={{ whiteSpace: 'pre-wrap' }}>{summary}</Text>
      <Text size="sm" c="dimmed">
        {[concludedBy, formatInstant(concludedAt)].filter(Boolean).join(' · ')}
      </Text>
      {endorsedBy !== null && (
        <Text size="sm">{t('overview.endorsed', { name: endorsedBy, note: endorsementNote ?? '' })}</Text>
      )}
      {sentBackReason !== null && <Text size="sm">{t('overview.sentBack', { reason: sentBackReason })}</Text>}
    </Card>
  );
}
