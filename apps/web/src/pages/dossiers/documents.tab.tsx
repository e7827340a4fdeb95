import { Button, Group, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schema } from '../../api/schema-names.js';
import { useOnce } from '../../api/use-once.js';
import { formatInstant, formatSize } from '../../format/format.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Answer, EmptyState } from '../../ui/states.js';
import { Tag } from '../../ui/status-tag.js';
import { documentsQuery } from './dossier.query.js';
import { type DossierView } from './dossier.types.js';
import { saveFile } from '../../api/saved-file.js';
import { canBeShown, ShownDocument } from './viewer/shown-document.js';

type Document = Schema<'DocumentDto'>;
const pathOf = ({ id }: Document) => `/api/v1/documents/${id}/content`;

/** Papers of the dossier. PDFs are drawn and images shown here; everything else is saved on the device. */
export function DocumentsTab({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('dossier');
  const query = useQuery(documentsQuery(dossier.id));
  return (
    <Answer query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title={t('documents.none')}>{t('documents.noneText')}</EmptyState>
        ) : (
          <Documents items={items} />
        )
      }
    </Answer>
  );
}

function Documents({ items }: { items: readonly Document[] }) {
  const { t } = useTranslation('dossier');
  const [shown, setShown] = useState<Document | null>(null);
  const saving = useOnce({
    mutationFn: (document: Document) => saveFile(pathOf(document), document.fileName ?? document.id),
  });
  return (
    <>
      {saving.isError && <ProblemAlert error={saving.error} />}
      <Table.ScrollContainer
        type="native"
        minWidth={700}
        tabIndex={0}
        role="region"
        aria-label={t('documents.list')}
      >
        <Table withTableBorder verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('documents.name')}</Table.Th>
              <Table.Th>{t('documents.kind')}</Table.Th>
              <Table.Th>{t('documents.size')}</Table.Th>
              <Table.Th>{t('documents.at')}</Table.Th>
              <Table.Th>{t('documents.get')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((document) => (
              <Table.Tr key={document.id}>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  {document.fileName ?? document.id}
                  {document.withdrawnAt !== null && <Tag tone="grey">{t('documents.withdrawn')}</Tag>}
                </Table.Td>
                <Table.Td>
                  {[t(`documents.kinds.${document.kind}`), document.checklistItem]
                    .filter(Boolean)
                    .join(' · ')}
                </Table.Td>
                <Table.Td className="tg-number">{formatSize(document.size)}</Table.Td>
                <Table.Td className="tg-number">{formatInstant(document.uploadedAt)}</Table.Td>
                <Table.Td>
                  <Group gap="xs" wrap="nowrap">
                    {canBeShown(document) && (
                      <Button
                        size="xs"
                        variant="default"
                        aria-pressed={shown?.id === document.id}
                        onClick={() => setShown(shown?.id === document.id ? null : document)}
                      >
                        {t('documents.show')}
                      </Button>
                    )}
                    <Button
                      size="xs"
                      variant="default"
                      loading={saving.isPending && saving.variables === document}
                      onClick={() => saving.mutate(document)}
                    >
                      {t('documents.download')}
                    </Button>
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {shown !== null && <ShownDocument dossierId={shown.dossierId} documentId={shown.id} />}
    </>
  );
}
