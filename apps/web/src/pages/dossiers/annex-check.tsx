import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, newActKey } from '../../api/client.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useRefresh } from './candidates.js';

/** A list in force whose rows are not loaded was looked into on paper: what was found there, and how it was looked for. */
export function AnnexCheck({
  dossierId,
  lineId,
  listVersion,
}: {
  dossierId: string;
  lineId: string;
  listVersion: string;
}) {
  const { t } = useTranslation('dossier');
  const [result, setResult] = useState<'not_found' | 'found'>('not_found');
  const [remark, setRemark] = useState('');
  const refresh = useRefresh(dossierId);
  const checking = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/dossiers/{id}/annex-checks', {
          params: { path: { id: dossierId }, header: { 'Idempotency-Key': newActKey() } as never },
          body: { lineId, listVersion, result, remark },
        }),
      ),
    onSuccess: refresh,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        checking.mutate();
      }}
    >
      {checking.isError && <ProblemAlert error={checking.error} />}
      <Group align="flex-end">
        <NativeSelect
          label={t('annex.result', { list: listVersion })}
          data={(['not_found', 'found'] as const).map((value) => ({ value, label: t(`annex.${value}`) }))}
          value={result}
          onChange={({ currentTarget }) => setResult(currentTarget.value as 'found')}
        />
        <TextInput
          label={t('annex.remark')}
          flex="1 1 12rem"
          maxLength={4000}
          value={remark}
          onChange={({ currentTarget }) => setRemark(currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={checking.isPending} disabled={remark.trim() === ''}>
          {t('annex.submit')}
        </Button>
      </Group>
    </form>
  );
}
