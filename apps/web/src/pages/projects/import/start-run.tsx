import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActKey } from '../../../api/use-act-key.js';
import { useOnce } from '../../../api/use-once.js';
import { formatNumber } from '../../../format/format.js';
import { SubmitProblem } from '../../../ui/submit-problem.js';
import { Section } from '../../../ui/section.js';
import { importQuery, type ImportList, type RowDecision, runImport } from './import.query.js';

const IN_FILE: readonly RowDecision[] = ['skip', 'import_as_new'];
const IN_REGISTER: readonly RowDecision[] = ['skip', 'import_as_new', 'update_existing'];

/** Brings the rows into the register: what is done with the duplicates on which nobody decided is said before. */
export function StartRun({ list }: { list: ImportList }) {
  const { t } = useTranslation('register');
  const { undecidedInFile, undecidedInRegister, faulty, unchanged } = list.counts;
  const [inFile, setInFile] = useState('');
  const [inRegister, setInRegister] = useState('');
  const key = useActKey();
  const queries = useQueryClient();
  const starting = useOnce({
    mutationFn: () => {
      const body = {
        ...(inFile !== '' && { undecidedInFile: inFile as 'skip' }),
        ...(inRegister !== '' && { undecidedInRegister: inRegister as 'skip' }),
      };
      return runImport(list.id, body, key.of(body));
    },
    onSuccess: (started) => {
      key.renew();
      queries.setQueryData(importQuery(list.id).queryKey, started);
    },
  });
  const nothing = faulty + unchanged === list.progress.total;
  const open = (undecidedInFile > 0 && inFile === '') || (undecidedInRegister > 0 && inRegister === '');
  return (
    <Section sheet title={t('run.title')}>
      <Text>{nothing ? t('run.nothing') : t('run.text')}</Text>
      {undecidedInFile > 0 && (
        <Undecided
          label={t('run.inFile', { count: undecidedInFile })}
          choices={IN_FILE}
          value={inFile}
          onChoose={setInFile}
        />
      )}
      {undecidedInRegister > 0 && (
        <Undecided
          label={t('run.inRegister', { count: undecidedInRegister })}
          choices={IN_REGISTER}
          value={inRegister}
          onChoose={setInRegister}
        />
      )}
      {starting.isError && <SubmitProblem error={starting.error} />}
      <Group>
        <Button disabled={nothing || open} loading={starting.isPending} onClick={() => starting.mutate()}>
          {list.state === 'previewed'
            ? t('run.start', { rows: formatNumber(list.progress.total - faulty - unchanged) })
            : t('run.resume')}
        </Button>
      </Group>
    </Section>
  );
}

interface UndecidedProps {
  label: string;
  choices: readonly RowDecision[];
  value: string;
  onChoose: (value: string) => void;
}

function Undecided({ label, choices, value, onChoose }: UndecidedProps) {
  const { t } = useTranslation('register');
  return (
    <NativeSelect
      label={label}
      maw={420}
      value={value}
      data={[
        { value: '', label: t('run.choose') },
        ...choices.map((choice) => ({ value: choice, label: t(`preview.decisions.${choice}`) })),
      ]}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    />
  );
}
