import { Alert, Group, List, SimpleGrid, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type EvidenceFacts, type Verdict } from '#contracts';
import { formatDate, formatInstant, formatNumber } from '../../format/format.js';
import { usePerson } from '../../session/session.provider.js';
import { Answer, EmptyState } from '../../ui/states.js';
import { Tag } from '../../ui/status-tag.js';
import { AnnexCheck } from './annex-check.js';
import { Basis, Card, Section } from './bits.js';
import { Candidates } from './candidates.js';
import { findingsQuery } from './dossier.query.js';
import { type DossierView, type FindingsView, type FindingView } from './dossier.types.js';

const ORDER: readonly Verdict[] = ['breached', 'inconclusive', 'met', 'not_applicable'];
const ANNEX = 'annex:';
const TONES = { breached: 'red', inconclusive: 'amber', met: 'green', not_applicable: 'grey' } as const;

export function FindingsTab({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('dossier');
  const query = useQuery(findingsQuery(dossier.id));
  return (
    <Answer query={query}>
      {(view) =>
        view.screening === null ? (
          <EmptyState title={t('findings.none')}>{t('findings.noneText')}</EmptyState>
        ) : (
          <Findings view={view} dossier={dossier} />
        )
      }
    </Answer>
  );
}

function Findings({ view, dossier }: { view: FindingsView; dossier: DossierView }) {
  const { t } = useTranslation(['dossier', 'words']);
  const { screening, current, findings, candidates, notices, annexChecks } = view;
  return (
    <>
      <Text size="sm" c="dimmed">
        {screening &&
          t('findings.performed', {
            number: screening.number,
            at: formatInstant(screening.performedAt),
            version: screening.factsVersion,
          })}
      </Text>
      {!current && (
        <Alert color="yellow" variant="outline" role="note">
          {t('findings.stale')}
        </Alert>
      )}
      {notices.length > 0 && (
        <List size="sm">
          {notices.map(({ code, text }, index) => (
            <List.Item key={`${code}${index}`}>{text}</List.Item>
          ))}
        </List>
      )}
      {candidates.length > 0 && <Candidates dossier={dossier} candidates={candidates} />}
      {ORDER.map((verdict) => {
        const group = findings.filter((finding) => finding.verdict === verdict);
        return (
          group.length > 0 && (
            <Section key={verdict} title={`${t(`words:verdict.${verdict}`)} (${group.length})`}>
              {group.map((finding) => (
                <FindingCard key={finding.key} finding={finding} dossier={dossier} checks={annexChecks} />
              ))}
            </Section>
          )
        );
      })}
    </>
  );
}

/** Whether a paper proves something of what the finding is about. */
const isAbout = ({ subject }: FindingView, { covers }: EvidenceFacts): boolean =>
  subject.id === null
    ? covers.some((path) => path.startsWith('project'))
    : covers.some((path) => path.includes(`[${subject.id}]`));

interface CardProps {
  finding: FindingView;
  dossier: DossierView;
  checks: FindingsView['annexChecks'];
}

function FindingCard({ finding, dossier, checks }: CardProps) {
  const { t } = useTranslation(['dossier', 'words']);
  const { texts, verdict, severity, basis, verification, missing, overturned, subject } = finding;
  const { lines = [], equipment = [], evidence = [] } = dossier.facts;
  const about = [...lines, ...equipment].find(({ id }) => id === subject.id)?.name;
  const papers = evidence.filter((item) => isAbout(finding, item));
  const leads = dossier.leadAppraiserId === usePerson().id && dossier.status === 'under_review';
  const annexes = missing
    .filter((name) => name.startsWith(ANNEX))
    .map((name) => name.slice(ANNEX.length))
    .filter(
      (list) => !checks.some(({ lineId, listVersion }) => lineId === subject.id && listVersion === list),
    );
  return (
    <Card>
      <Group gap="xs">
        <Title order={3}>{texts.title}</Title>
        <Tag tone={TONES[verdict]}>{t(`words:verdict.${verdict}`)}</Tag>
        <Tag tone={severity === 'blocking' ? 'red' : 'grey'}>{t(`words:severity.${severity}`)}</Tag>
        {overturned && <Tag tone="blue">{t('findings.overturned')}</Tag>}
      </Group>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <div>
          {about !== undefined && <Text size="sm">{t('findings.about', { name: about })}</Text>}
          <Text>{texts.detail}</Text>
          <Basis basis={basis} verification={verification} />
          {missing.length > 0 && <Text size="sm">{t('findings.missing', { what: missing.join(', ') })}</Text>}
          {texts.wouldChange.length > 0 && (
            <List size="sm" mt="xs">
              {texts.wouldChange.map((text) => (
                <List.Item key={text}>{text}</List.Item>
              ))}
            </List>
          )}
        </div>
        <div>
          <Text size="sm" fw={600}>
            {t('findings.values')}
          </Text>
          <ValueList values={finding.values} />
          <Text size="sm" fw={600} mt="xs">
            {t('findings.evidence')}
          </Text>
          {papers.length === 0 && <Text size="sm">{t('findings.noEvidence')}</Text>}
          {papers.map((item, index) => (
            <Text size="sm" key={item.id ?? index}>
              {[item.kind, item.number, item.body, formatDate(item.issuedOn)].filter(Boolean).join(' · ')}
            </Text>
          ))}
        </div>
      </SimpleGrid>
      {leads &&
        subject.id !== null &&
        annexes.map((list) => (
          <AnnexCheck key={list} dossierId={dossier.id} lineId={subject.id ?? ''} listVersion={list} />
        ))}
    </Card>
  );
}

function ValueList({ values }: { values: FindingView['values'] }) {
  return (
    <List size="sm">
      {Object.entries(values).map(([name, value]) => (
        <List.Item key={name}>
          {name}:{' '}
          <span className="tg-number">
            {typeof value === 'number' ? formatNumber(value) : String(value ?? '–')}
          </span>
        </List.Item>
      ))}
    </List>
  );
}
