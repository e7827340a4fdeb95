import { Radio, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AlikeList } from '../alike-list.js';
import { useOnce } from '../../../api/use-once.js';
import { SubmitProblem } from '../../../ui/submit-problem.js';
import {
  decideRow,
  type ImportList,
  type ImportRow,
  type RowDecision,
  type RowFilter,
} from './import.query.js';
import { keepRow } from './row-cache.js';

interface Props {
  list: ImportList;
  row: ImportRow;
  filter: RowFilter;
}
/** `update_existing` with the project that is meant. */
const UPDATE = 'update_existing ';

/** What a row looks like, and what is to be done with it: decided at once, changed at will until the list is brought in. */
export function DuplicateDecision({ list, row, filter }: Props) {
  const { t } = useTranslation('register');
  const queries = useQueryClient();
  const deciding = useOnce({
    mutationFn: (choice: string) => {
      const [decision, projectId] = choice.split(' ');
      return decideRow(list.id, row.number, {
        decision: decision as RowDecision,
        ...(projectId ? { projectId } : {}),
      });
    },
    onSuccess: (decided) => keepRow(queries, list.id, filter, decided),
  });
  const { decision, targetId, duplicates, firstNumber } = row;
  const value = decision === 'update_existing' ? `${UPDATE}${targetId ?? ''}` : decision;
  const updatable = row.kind === 'duplicate_of_register' ? duplicates : [];
  return (
    <Stack gap="xs">
      {firstNumber !== null && <Text size="sm">{t('preview.likeRow', { number: firstNumber })}</Text>}
      <Alike duplicates={duplicates} />
      {deciding.isError && <SubmitProblem error={deciding.error} />}
      <Radio.Group
        label={t('preview.decide', { number: row.number })}
        value={deciding.isPending ? deciding.variables : value}
        onChange={(choice) => deciding.mutate(choice)}
      >
        <Stack gap={6} mt={6}>
          <Radio value="skip" label={t('preview.decisions.skip')} />
          <Radio value="import_as_new" label={t('preview.decisions.import_as_new')} />
          {updatable.map(({ projectId, name }) => (
            <Radio
              key={projectId}
              value={UPDATE + projectId}
              label={`${t('preview.decisions.update_existing')}: ${name}`}
            />
          ))}
        </Stack>
      </Radio.Group>
    </Stack>
  );
}

function Alike({ duplicates }: Pick<ImportRow, 'duplicates'>) {
  const { t } = useTranslation('register');
  if (duplicates.length === 0) return null;
  return (
    <div>
      <Text size="sm">{t('preview.looksLike')}</Text>
      <AlikeList like={duplicates} />
    </div>
  );
}
