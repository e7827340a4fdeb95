import { Button, Table, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../format/format.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Answer } from '../../ui/states.js';
import { logQuery } from './dossier.query.js';
import { type DossierView } from './dossier.types.js';
import { saveFile } from './files.js';

/** The sealed log of the dossier, for those who oversee it. */
export function LogTab({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('dossier');
  const query = useQuery(logQuery(dossier.id));
  const exporting = useMutation({
    mutationFn: () =>
      saveFile(`/api/v1/dossiers/${dossier.id}/audit/export`, `${dossier.fileCode ?? dossier.id}.ndjson`),
  });
  return (
    <>
      {exporting.isError && <ProblemAlert error={exporting.error} />}
      <div>
        <Button variant="default" loading={exporting.isPending} onClick={() => exporting.mutate()}>
          {t('log.export')}
        </Button>
      </div>
      <Answer query={query}>
        {({ items }) => (
          <Table.ScrollContainer
            type="native"
            minWidth={760}
            tabIndex={0}
            role="region"
            aria-label={t('log.list')}
          >
            <Table withTableBorder>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('log.seq')}</Table.Th>
                  <Table.Th>{t('log.at')}</Table.Th>
                  <Table.Th>{t('log.who')}</Table.Th>
                  <Table.Th>{t('log.action')}</Table.Th>
                  <Table.Th>{t('log.hash')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map(({ seq, at, actorName, actorRole, action, outcome, hash }) => (
                  <Table.Tr key={seq}>
                    <Table.Td className="tg-number">{seq}</Table.Td>
                    <Table.Td className="tg-number">{formatInstant(at)}</Table.Td>
                    <Table.Td>{actorName ?? actorRole}</Table.Td>
                    <Table.Td>
                      {action}
                      {outcome === 'refused' && ` (${t('log.refused')})`}
                    </Table.Td>
                    <Table.Td>
                      <Text size="xs" ff="monospace" title={hash}>
                        {hash.slice(0, 12)}…
                      </Text>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Answer>
    </>
  );
}
