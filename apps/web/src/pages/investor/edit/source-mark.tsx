import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { documentsQuery } from '../documents/documents.query.js';
import { type Place, same, valueAt, withValue } from '../draft/draft.types.js';
import { type ReadFrom, sourcePath } from '../draft/sources.js';
import { useEditing } from './draft.context.js';

interface Props {
  place: Place;
  /** The name of the field, for whoever does not see where the mark stands. */
  name: string;
  /** Whether the mark stands away from its field, so that it says its name. */
  named?: boolean;
}

/** Beside a value that was read from a paper: from which page, and the way to say that it stands on the one that is read now. */
export function SourceMark({ place, name, named = false }: Props) {
  const { t } = useTranslation('editor');
  const { dossier, state, reading, edit } = useEditing();
  const files = useQuery({ ...documentsQuery(dossier.id), enabled: reading !== null }).data?.items ?? [];
  if (reading === null || valueAt(state.draft, place) === undefined) return null;
  const path = sourcePath(place);
  const source = state.draft.sources[path] as ReadFrom | undefined;
  const { documentId, page } = source ?? {};
  const file = files.find(({ id }) => id === documentId)?.fileName ?? '…';
  const words =
    source === undefined
      ? t('source.unknown')
      : page === undefined
        ? t('source.file', { file })
        : t('source.filePage', { file, page });
  const chosen = reading.source;
  const isOther = chosen !== null && !same([chosen.documentId, chosen.page], [documentId, page]);
  return (
    <Group gap="xs" mt={named ? 0 : -8}>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {named && `${name} · `}
        {words}
      </Text>
      {isOther && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('source.takeNamed', { name })}
          onClick={() =>
            edit((draft) => withValue(draft, { section: 'sources', id: null, field: path }, chosen))
          }
        >
          {t('source.take')}
        </Button>
      )}
    </Group>
  );
}
