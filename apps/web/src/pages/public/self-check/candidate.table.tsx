import { Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../format/format.js';
import { VerificationMark } from '../../../ui/verification-mark.js';
import { type Preview } from './preview.query.js';
import { nameOfRow } from './row-name.js';
import { type SelfCheckForm } from './self-check.form.js';

const PERCENT = 100;

interface Props {
  candidates: Preview['candidates'];
  form: SelfCheckForm;
}

/** Rows of the lists that a technology may be; nothing where there are none, since that says nothing. */
export function CandidateTable({ candidates, form }: Props) {
  const { t } = useTranslation('public');
  if (candidates.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={3}>{t('result.candidates')}</Title>
      <Text size="sm" c="dimmed">
        {t('result.candidatesText')}
      </Text>
      <Table.ScrollContainer minWidth={720} tabIndex={0} role="region" aria-label={t('result.candidates')}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              {(['forLine', 'list', 'candidate', 'likeness', 'standing'] as const).map((column) => (
                <Table.Th key={column}>{t(`result.${column}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {candidates.map(({ lineId, list, code, listVersion, nameVi, score, standing, verification }) => (
              <Table.Tr key={`${lineId} ${list} ${listVersion} ${code}`}>
                <Table.Td>{nameOfRow(form, lineId, t)}</Table.Td>
                <Table.Td>{t(`result.lists.${list}`)}</Table.Td>
                <Table.Td>
                  <span lang="vi">{nameVi}</span>
                  <Text size="xs" c="dimmed">
                    {code} · {listVersion}
                  </Text>
                </Table.Td>
                <Table.Td className="tg-number">{formatNumber(Math.round(score * PERCENT))} %</Table.Td>
                <Table.Td>
                  {t(`result.standings.${standing}`)} <VerificationMark verification={verification} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}
