import { List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate, formatNumber } from '../../../format/format.js';
import { documentsQuery } from '../documents/documents.query.js';
import { coversOf, provable } from '../documents/provable.js';
import { useFactName } from '../documents/use-fact-name.js';
import { type Row, textOf } from '../draft/draft.types.js';
import { useEditing } from './draft.context.js';
import { AnswersHead } from './listed-answers.js';
import { PagedRows } from '../../../ui/paged-rows.js';

const PAGE = 10;
const NAMED = 10;

/** Every certificate with what was entered of it, its file and what it proves. */
export function EvidenceAnswers() {
  const { t } = useTranslation('investor');
  const { evidence } = useEditing().state.draft;
  const count = { count: evidence.length, shown: formatNumber(evidence.length) };
  return (
    <section>
      <AnswersHead task="evidence" />
      <Text size="sm" my="xs">
        {evidence.length === 0 ? t('check.none') : t('check.rows', count)}
      </Text>
      <PagedRows rows={evidence} size={PAGE}>
        {(page, first) =>
          page.map((paper, index) => (
            <Certificate key={textOf(paper['id'])} paper={paper} number={first + index + 1} />
          ))
        }
      </PagedRows>
    </section>
  );
}

function Certificate({ paper, number }: { paper: Row; number: number }) {
  const { t } = useTranslation('investor');
  const values = useCertificateValues(paper);
  return (
    <Stack gap={2} style={{ overflowWrap: 'anywhere' }}>
      <Text size="sm" fw={600}>
        {t('evidence.numbered', { number })}
      </Text>
      {values.map(([name, value]) => (
        <Text size="sm" c="dimmed" key={name}>
          {name}: {value}
        </Text>
      ))}
      <Proven paper={paper} />
    </Stack>
  );
}

function useCertificateValues(paper: Row): [name: string, value: string][] {
  const { t } = useTranslation('investor');
  const { dossier } = useEditing();
  const files = useQuery(documentsQuery(dossier.id)).data?.items;
  const { kind, number, body, issuedOn, documentId, page } = paper;
  const file = documentId === undefined ? '' : (files?.find(({ id }) => id === documentId)?.fileName ?? '…');
  const values: [string, unknown][] = [
    [
      t('evidence.kind'),
      kind === 'other' ? t('evidence.kinds.other') : t('evidence.kinds.inspection_certificate'),
    ],
    [t('evidence.number'), number],
    [t('evidence.body'), body],
    [t('evidence.issuedOn'), issuedOn === undefined ? '' : formatDate(textOf(issuedOn))],
    [t('evidence.file'), file],
    [t('evidence.page'), page],
  ];
  return values.map(([name, value]) => [name, textOf(value) || t('check.notGiven')]);
}

/** What a certificate proves, by name, the first few of many. */
function Proven({ paper }: { paper: Row }) {
  const { t } = useTranslation('investor');
  const { state } = useEditing();
  const factName = useFactName();
  const covered = new Set(coversOf(paper));
  const facts = provable(state.draft).filter(({ path }) => covered.has(path));
  const rest = covered.size - Math.min(NAMED, facts.length);
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('evidence.covers')}: {covered.size === 0 && t('check.notGiven')}
      </Text>
      {covered.size > 0 && (
        <List size="sm" c="dimmed">
          {facts.slice(0, NAMED).map((fact) => (
            <List.Item key={fact.path}>{factName(fact)}</List.Item>
          ))}
          {rest > 0 && <List.Item>{t('check.andMore', { count: rest })}</List.Item>}
        </List>
      )}
    </>
  );
}
