import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconDownload, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LETTER_KINDS, LETTER_VALIDITIES } from '#contracts';
import { fetchFile, keepFile } from '../../api/file.js';
import { useOnce } from '../../api/use-once.js';
import { DateField } from '../../ui/date-field.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { type RegisterConditions, writtenConditions } from './register-conditions.js';

const PAUSE_MS = 250;

interface Props {
  conditions: RegisterConditions;
  onChange: (part: Partial<RegisterConditions>) => void;
}

/** Search by number, period, kind and worth. */
export function RegisterBar({ conditions, onChange }: Props) {
  const { t } = useTranslation(['clerk', 'dossier']);
  return (
    <Group gap="sm" align="flex-end">
      <NumberField q={conditions.q} onChange={(q) => onChange({ q })} />
      <DayField name="from" {...{ conditions, onChange }} />
      <DayField name="to" {...{ conditions, onChange }} />
      <NativeSelect
        label={t('register.kind')}
        w={190}
        value={conditions.kind ?? ''}
        data={[
          { value: '', label: t('letters.allKinds') },
          ...LETTER_KINDS.map((value) => ({ value, label: t(`dossier:letters.kind.${value}`) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          onChange({ kind: LETTER_KINDS.find((one) => one === value) ?? null })
        }
      />
      <NativeSelect
        label={t('register.validity')}
        w={170}
        value={conditions.validity ?? ''}
        data={[
          { value: '', label: t('register.anyValidity') },
          ...LETTER_VALIDITIES.map((value) => ({ value, label: t(`dossier:letters.validity.${value}`) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          onChange({ validity: LETTER_VALIDITIES.find((one) => one === value) ?? null })
        }
      />
      {Object.keys(writtenConditions(conditions)).length > 0 && (
        <Button
          variant="subtle"
          onClick={() => onChange({ q: '', from: '', to: '', kind: null, validity: null })}
        >
          {t('register.clear')}
        </Button>
      )}
    </Group>
  );
}

/** Keeps what is being typed; the address follows after a pause. */
function NumberField({ q, onChange }: { q: string; onChange: (q: string) => void }) {
  const { t } = useTranslation('clerk');
  const [typed, setTyped] = useState<string | null>(null);
  const search = useDebouncedCallback((text: string) => {
    onChange(text.trim());
    setTyped(null);
  }, PAUSE_MS);
  return (
    <TextInput
      type="search"
      flex="1 1 12rem"
      maw={320}
      label={t('register.find')}
      placeholder={t('register.findHint')}
      leftSection={<IconSearch size={16} aria-hidden />}
      maxLength={60}
      value={typed ?? q}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        search(currentTarget.value);
      }}
    />
  );
}

function DayField({ name, conditions, onChange }: Props & { name: 'from' | 'to' }) {
  const { t } = useTranslation('clerk');
  return (
    <DateField
      label={t(`register.${name}`)}
      value={conditions[name]}
      min={name === 'to' ? conditions.from || undefined : undefined}
      max={name === 'from' ? conditions.to || undefined : undefined}
      onChange={(day) => onChange({ [name]: day })}
    />
  );
}

/** The whole register by the same conditions, as a file. */
export function RegisterExport({ conditions }: { conditions: RegisterConditions }) {
  const { t } = useTranslation('clerk');
  const exporting = useOnce({
    mutationFn: async () => {
      const query = new URLSearchParams(writtenConditions(conditions)).toString();
      keepFile(await fetchFile(`/api/v1/letters/export.csv?${query}`, 'so-dang-ky-van-ban-di.csv'));
    },
  });
  return (
    <>
      <Button
        variant="default"
        title={t('register.exportHint')}
        leftSection={<IconDownload size={16} aria-hidden />}
        loading={exporting.isPending}
        onClick={() => exporting.mutate()}
      >
        {t('register.export')}
      </Button>
      {exporting.isError && <ProblemAlert error={exporting.error} onRetry={() => exporting.mutate()} />}
    </>
  );
}
