import { Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newActKey } from '../../api/client.js';
import { useInstallation } from '../../api/installation.query.js';
import { type Schema } from '../../api/schema-names.js';
import { useOnce } from '../../api/use-once.js';
import { formatDate, todayHere } from '../../format/format.js';
import { DateField } from '../../ui/date-field.js';
import { fieldsNamed } from '../../ui/fault-pointer.js';
import { SubmitProblem } from '../../ui/submit-problem.js';
import { Answer } from '../../ui/states.js';
import { affiliationsQuery, endAffiliation, recordAffiliation } from './admin.query.js';
import { OrganisationChoice } from './organisation-choice.js';

const useToday = () => useInstallation().data?.today ?? todayHere();

/** Makes the affiliations of a person old after one of them has changed. */
function useRefresh(userId: string) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: affiliationsQuery(userId).queryKey });
}

/** To which organisations a person belongs or belonged: grounds of a conflict of interest. */
export function Affiliations({ userId }: { userId: string }) {
  const { t } = useTranslation('admin');
  const list = useQuery(affiliationsQuery(userId));
  return (
    <Stack gap="sm">
      <Text c="dimmed" maw={680}>
        {t('affiliations.text')}
      </Text>
      <Answer query={list}>
        {({ items }) => (
          <>
            {items.length === 0 && <Text>{t('affiliations.none')}</Text>}
            {items.map((affiliation) => (
              <AffiliationItem key={affiliation.id} affiliation={affiliation} />
            ))}
          </>
        )}
      </Answer>
      <NewAffiliation userId={userId} />
    </Stack>
  );
}

function AffiliationItem({ affiliation }: { affiliation: Schema<'AffiliationDto'> }) {
  const { t } = useTranslation('admin');
  const [ending, setEnding] = useState(false);
  const { organisationName, validFrom, validTo, note } = affiliation;
  const [from, to] = [formatDate(validFrom), formatDate(validTo)];
  return (
    <Paper withBorder p="sm" role="group" aria-label={organisationName}>
      <Group justify="space-between">
        <div>
          <Text fw={500}>{organisationName}</Text>
          <Text size="sm" c="dimmed">
            {validTo === null ? t('affiliations.since', { from }) : t('affiliations.during', { from, to })}
            {note !== null && ` · ${note}`}
          </Text>
        </div>
        {validTo === null && !ending && (
          <Button
            size="xs"
            variant="default"
            onClick={() => setEnding(true)}
            aria-label={t('affiliations.endOf', { name: organisationName })}
          >
            {t('affiliations.end')}
          </Button>
        )}
      </Group>
      {ending && <EndForm affiliation={affiliation} onClose={() => setEnding(false)} />}
    </Paper>
  );
}

interface EndProps {
  affiliation: Schema<'AffiliationDto'>;
  onClose: () => void;
}

function EndForm({ affiliation: { id, userId, validFrom }, onClose }: EndProps) {
  const { t } = useTranslation(['admin', 'app']);
  const today = useToday();
  const refresh = useRefresh(userId);
  const [key] = useState(newActKey);
  const [validTo, setValidTo] = useState(today);
  const ending = useOnce({
    mutationFn: () => endAffiliation(userId, id, key, validTo),
    onSuccess: () => {
      onClose();
      return refresh();
    },
  });
  return (
    <Stack gap="xs" mt="sm">
      {ending.isError && <SubmitProblem error={ending.error} />}
      <Group align="flex-end" gap="sm">
        <DateField
          label={t('admin:affiliations.to')}
          value={validTo}
          min={validFrom}
          max={today}
          autoFocus
          onChange={(day) => setValidTo(day)}
        />
        <Button loading={ending.isPending} disabled={validTo === ''} onClick={() => ending.mutate()}>
          {t('admin:affiliations.endNow')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('app:actions.cancel')}
        </Button>
      </Group>
      <Text size="sm">{t('admin:affiliations.endText')}</Text>
    </Stack>
  );
}

const EMPTY = { organisationId: null as string | null, validFrom: '', note: '' };

function NewAffiliation({ userId }: { userId: string }) {
  const { t } = useTranslation('admin');
  const today = useToday();
  const refresh = useRefresh(userId);
  const [key, setKey] = useState(newActKey);
  const [{ organisationId, validFrom, note }, setDraft] = useState(EMPTY);
  const change = (part: Partial<typeof EMPTY>) => setDraft((draft) => ({ ...draft, ...part }));
  const recording = useOnce({
    mutationFn: (id: string) =>
      recordAffiliation(userId, key, {
        ...{ organisationId: id, validFrom },
        ...(note.trim() !== '' && { note: note.trim() }),
      }),
    onSuccess: () => {
      setKey(newActKey());
      setDraft(EMPTY);
      return refresh();
    },
  });
  const fields = {
    organisationId: { id: 'affiliation-organisation', label: t('affiliations.organisation') },
    validFrom: { id: 'affiliation-from', label: t('affiliations.from') },
    note: { id: 'affiliation-note', label: t('affiliations.note') },
  };
  return (
    <Stack gap="xs" role="group" aria-label={t('affiliations.new')}>
      {recording.isError && <SubmitProblem error={recording.error} fieldOf={fieldsNamed(fields)} />}
      <Group align="flex-end" gap="sm">
        <OrganisationChoice
          key={key}
          {...fields.organisationId}
          value={organisationId}
          onChange={(id) => change({ organisationId: id })}
        />
        <DateField
          {...fields.validFrom}
          max={today}
          value={validFrom}
          onChange={(day) => change({ validFrom: day })}
        />
        <TextInput
          {...fields.note}
          maxLength={500}
          value={note}
          onChange={({ currentTarget }) => change({ note: currentTarget.value })}
        />
        <Button
          variant="default"
          disabled={organisationId === null || validFrom === ''}
          loading={recording.isPending}
          onClick={() => organisationId !== null && recording.mutate(organisationId)}
        >
          {t('affiliations.add')}
        </Button>
      </Group>
      <Text size="sm" role="status">
        {recording.isSuccess && t('affiliations.recorded')}
      </Text>
    </Stack>
  );
}
