import { Button, Group, Image, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fetchFile } from '../../../api/file.js';
import { type Schema } from '../../../api/schema-names.js';
import { useOnce } from '../../../api/use-once.js';
import { PdfFile } from '../../../ui/pdf/pdf-file.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { Answer } from '../../../ui/states.js';
import { dataAddress, saveFile } from '../../../api/saved-file.js';
import { documentsQuery, dossierKey } from '../dossier.query.js';
import { keepPage, seenPage } from './seen-pages.js';

export type ShownFile = Schema<'DocumentDto'>;
const PDF = 'application/pdf';
/** Whether a document can be looked at here: PDFs are drawn by us, images shown; nothing else is opened inside of the page. */
export const canBeShown = ({ contentType, withdrawnAt }: ShownFile): boolean =>
  withdrawnAt === null && (contentType === PDF || contentType.startsWith('image/'));

interface Props {
  dossierId: string;
  documentId: string;
  /** The page that is meant; without it, the one at which it was left. */
  page?: number | undefined;
}

/** A document of the dossier, looked at without leaving the page. */
export function ShownDocument({ dossierId, documentId, page }: Props) {
  const listed = useQuery(documentsQuery(dossierId));
  return (
    <Answer query={listed}>
      {({ items }) => {
        const file = items.find(({ id }) => id === documentId);
        if (!file || !canBeShown(file)) return <NotShown file={file} />;
        return <Content key={file.id} file={file} page={page} />;
      }}
    </Answer>
  );
}

/** A list or another kind of file is taken along instead; what was withdrawn is not there any more. */
function NotShown({ file }: { file: ShownFile | undefined }) {
  const { t } = useTranslation(['review', 'app']);
  const saving = useOnce({
    mutationFn: ({ id, fileName }: ShownFile) => saveFile(`/api/v1/documents/${id}/content`, fileName ?? id),
  });
  return (
    <Group gap="sm">
      <Text size="sm">{t('review:viewer.notShown')}</Text>
      {file?.withdrawnAt === null && (
        <Button size="xs" variant="default" loading={saving.isPending} onClick={() => saving.mutate(file)}>
          {t('app:actions.download')}
        </Button>
      )}
      {saving.isError && <ProblemAlert error={saving.error} />}
    </Group>
  );
}

function Content({ file, page }: { file: ShownFile; page: number | undefined }) {
  const { id, dossierId, contentType } = file;
  const name = file.fileName ?? id;
  const query = useQuery({
    queryKey: [...dossierKey(dossierId, 'document', id)],
    queryFn: async () => {
      const { content } = await fetchFile(`/api/v1/documents/${id}/content`, name);
      return { content, image: contentType === PDF ? null : await dataAddress(content) };
    },
    // The bytes of a document never change, and every look at them stands in the log of reads.
    staleTime: Infinity,
    gcTime: 10 * 60_000,
  });
  return (
    <Answer query={query}>
      {({ content, image }) =>
        image === null ? (
          <PdfFile
            file={content}
            name={name}
            startAt={page ?? seenPage(id) ?? 1}
            onTurn={(to) => keepPage(id, to)}
          />
        ) : (
          <Stack gap={4} component="figure" m={0}>
            <Image src={image} alt={name} mah="80vh" fit="contain" />
            <Text component="figcaption" size="sm" c="dimmed">
              {name}
            </Text>
          </Stack>
        )
      }
    </Answer>
  );
}
