import { Button, Group, List, NativeSelect, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOfError } from '../../api/problem.js';
import { useActKey } from '../../api/use-act-key.js';
import { useOnce } from '../../api/use-once.js';
import { isTaxCode } from '../../format/tax-code.js';
import { Dialog } from '../../ui/dialog.js';
import { fieldsNamed } from '../../ui/fault-pointer.js';
import { FaultSummary } from '../../ui/fault-summary.js';
import { SubmitProblem } from '../../ui/submit-problem.js';
import { changeOrganisation, createOrganisation, type Organisation, organisationNow } from './admin.query.js';
import {
  isOrganisationName,
  newOrganisationOf,
  organisationChangeOf,
  type OrganisationDraft,
  organisationDraftOf,
} from './organisation-change.js';
import { useKindChoices } from './organisation-kinds.js';

interface Props {
  /** The one that is corrected; null adds one. */
  organisation: Organisation | null;
  onClose: () => void;
}

/** Adds an organisation to which people can belong, or corrects one. */
export function OrganisationDialog({ organisation, onClose }: Props) {
  const { t } = useTranslation(['admin', 'app']);
  return (
    <Dialog
      onClose={onClose}
      closeOnClickOutside={false}
      title={t(organisation ? 'admin:organisations.correct' : 'admin:organisations.add')}
    >
      <OrganisationForm organisation={organisation} onClose={onClose} />
    </Dialog>
  );
}

function OrganisationForm({ organisation, onClose }: Props) {
  const { t } = useTranslation(['admin', 'app']);
  const { form, saving, other, adopt } = useOrganisation(organisation, onClose);
  const kinds = useKindChoices();
  const [tries, setTries] = useState(0);
  const field = (name: keyof OrganisationDraft) => ({
    id: `organisation-${name}`,
    label: t(`admin:organisations.${name}`),
  });
  const fields = {
    ...{ name: field('name'), kind: field('kind') },
    ...{ taxCode: field('taxCode'), address: field('address') },
  };
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        (values) => saving.mutate(values),
        () => setTries(tries + 1),
      )}
    >
      <Stack>
        {saving.isError && !other && <SubmitProblem error={saving.error} fieldOf={fieldsNamed(fields)} />}
        {tries > 0 && (
          <FaultSummary
            tries={tries}
            faults={Object.entries(fields).flatMap(([name, one]) => (form.errors[name] ? [one] : []))}
          />
        )}
        {other && <OtherVersion other={other} onTake={() => adopt(other)} />}
        <TextInput {...fields.name} data-autofocus maxLength={300} {...form.getInputProps('name')} />
        {organisation === null && (
          <NativeSelect {...fields.kind} data={kinds} {...form.getInputProps('kind')} />
        )}
        <TextInput
          {...fields.taxCode}
          description={organisation && t('admin:organisations.taxCodeHint')}
          inputMode="numeric"
          maxLength={14}
          {...form.getInputProps('taxCode')}
        />
        <TextInput {...fields.address} maxLength={300} {...form.getInputProps('address')} />
        <Group>
          <Button type="submit" loading={saving.isPending}>
            {t('admin:organisations.create')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('app:actions.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The form, the act of saving it, and the version of somebody else that stands on the system when it could not be saved. */
function useOrganisation(organisation: Organisation | null, onClose: () => void) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const key = useActKey();
  const [seen, setSeen] = useState(organisation);
  const [other, setOther] = useState<Organisation | null>(null);
  const form = useForm({
    initialValues: organisationDraftOf(organisation),
    validate: {
      name: (value) => (isOrganisationName(value) ? null : t('organisations.nameMissing')),
      taxCode: (value) => (isTaxCode(value) ? null : t('organisations.taxCodeWrong')),
    },
  });
  const forgetList = () => queries.invalidateQueries({ queryKey: ['admin', 'organisations'] });
  const saving = useOnce({
    mutationFn: (draft: OrganisationDraft) => {
      // Whoever saves again after seeing what somebody else made of it changes that version.
      if (organisation && seen) return changeOrganisation(other ?? seen, organisationChangeOf(seen, draft));
      const body = newOrganisationOf(draft);
      return createOrganisation(key.of(body), body);
    },
    onSuccess: () => {
      onClose();
      return forgetList();
    },
    onError: async (error) => {
      if (organisation === null || problemOfError(error).code !== 'stale_revision') return;
      setOther(await organisationNow(organisation.id));
      await forgetList();
    },
  });
  const adopt = (version: Organisation) => {
    setSeen(version);
    setOther(null);
    form.setValues(organisationDraftOf(version));
    saving.reset();
  };
  return { form, saving, other, adopt };
}

function OtherVersion({ other, onTake }: { other: Organisation; onTake: () => void }) {
  const { t } = useTranslation('admin');
  return (
    <Paper withBorder p="md" role="alert">
      <Stack gap="xs">
        <Text fw={600}>{t('organisations.conflict')}</Text>
        <List size="sm">
          {(['name', 'taxCode', 'address'] as const).map((field) => (
            <List.Item key={field}>{`${t(`organisations.${field}`)}: ${other[field] ?? '–'}`}</List.Item>
          ))}
        </List>
        <Text size="sm">{t('conflict.text')}</Text>
        <Group>
          <Button size="xs" variant="default" onClick={onTake}>
            {t('conflict.take')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
