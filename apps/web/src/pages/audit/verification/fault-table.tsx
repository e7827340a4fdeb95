import { Table, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schema } from '../../../api/schema-names.js';

interface Props {
  /** Those that are shown, each with its place. */
  faults: readonly { reason: Schema<'VerificationFaultDto'>['reason']; place: ReactNode }[];
  /** How many were found. */
  of: number;
}

/** Places of a log that are wrong, and what is wrong there. */
export function FaultTable({ faults, of }: Props) {
  const { t } = useTranslation('audit');
  return (
    <>
      <Table.ScrollContainer
        minWidth={460}
        tabIndex={0}
        role="region"
        aria-label={t('verify.faults')}
        my="sm"
      >
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('verify.where')}</Table.Th>
              <Table.Th>{t('verify.what')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {faults.map(({ reason, place }, i) => (
              <Table.Tr key={i}>
                <Table.Td>{place}</Table.Td>
                <Table.Td>{t(`fault.${reason}`)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {of > faults.length && <Text size="sm">{t('verify.most', { count: faults.length })}</Text>}
    </>
  );
}
