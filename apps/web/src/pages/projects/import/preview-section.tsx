import { Button, Group, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { fetchFile, keepFile } from '../../../api/file.js';
import { useOnce } from '../../../api/use-once.js';
import { formatNumber } from '../../../format/format.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { Section } from '../../../ui/section.js';
import { type ImportList, type RowKind } from './import.query.js';
import { ImportRows } from './import-rows.js';
import { StartRun } from './start-run.js';

const KINDS = ['new', 'faulty', 'duplicate_of_register', 'duplicate_in_file', 'unchanged'] as const;

/** How many rows are what, a way to each, and the rows themselves: mended and decided on where they stand. */
export function PreviewSection({ list, onReread }: { list: ImportList; onReread: () => void }) {
  const { t } = useTranslation('register');
  const [params, setParams] = useSearchParams();
  const kind = KINDS.find((one) => one === params.get('kind'));
  const choose = (next: RowKind | undefined) => setParams(next ? { kind: next } : {}, { replace: true });
  const { counts } = list;
  return (
    <>
      <Section
        sheet
        title={t('preview.title')}
        aside={
          <Group gap="xs">
            {counts.faulty > 0 && <FaultyFile id={list.id} />}
            <Button size="xs" variant="default" onClick={onReread}>
              {t('mapping.again')}
            </Button>
          </Group>
        }
      >
        <Tallies counts={counts} kind={kind} onChoose={choose} />
        {counts.hidden > 0 && <Text size="sm">{t('preview.hiddenRows', { count: counts.hidden })}</Text>}
        <ImportRows key={kind ?? 'all'} list={list} filter={kind ? { kind } : {}} />
      </Section>
      <StartRun list={list} />
    </>
  );
}

interface TalliesProps {
  counts: ImportList['counts'];
  kind: RowKind | undefined;
  onChoose: (kind: RowKind | undefined) => void;
}

function Tallies({ counts, kind, onChoose }: TalliesProps) {
  const { t } = useTranslation('register');
  const of: Record<RowKind, number> = {
    new: counts.new,
    faulty: counts.faulty,
    duplicate_of_register: counts.duplicateOfRegister,
    duplicate_in_file: counts.duplicateInFile,
    unchanged: counts.unchanged,
  };
  const all = KINDS.reduce((sum, one) => sum + of[one], 0);
  return (
    <Group gap={6} role="group" aria-label={t('preview.tallies')}>
      {[undefined, ...KINDS].map((one) => (
        <Button
          key={one ?? 'all'}
          size="xs"
          variant={one === kind ? 'filled' : 'default'}
          aria-pressed={one === kind}
          onClick={() => onChoose(one)}
        >
          {`${t(`preview.kinds.${one ?? 'all'}`)} (${formatNumber(one ? of[one] : all)})`}
        </Button>
      ))}
    </Group>
  );
}

export function FaultyFile({ id }: { id: string }) {
  const { t } = useTranslation('register');
  const fetching = useOnce({
    mutationFn: async () =>
      keepFile(await fetchFile(`/api/v1/projects/imports/${id}/faulty-rows.csv`, 'dong-loi.csv')),
  });
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconDownload size={14} aria-hidden />}
        loading={fetching.isPending}
        onClick={() => fetching.mutate()}
      >
        {t('preview.faultyFile')}
      </Button>
      {fetching.isError && <ProblemAlert error={fetching.error} />}
    </>
  );
}
