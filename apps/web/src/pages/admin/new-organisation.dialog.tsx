import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { createOrganisation, type OrganisationKind } from './admin.query.js';
import { useKindChoices } from './organisation-kinds.js';
import { useOnce } from '../../api/use-once.js';

const EMPTY = { name: '', kind: 'investor' as OrganisationKind, taxCode: '', address: '' };
const LEAST_NAME = 2;
const TAX_CODE = /^\d{10}(-\d{3})?$/;

/** What of a new organisation is sent: what was left empty is not. */
const bodyOf = ({ name, kind, taxCode, address }: typeof EMPTY) => ({
  ...{ name: name.trim(), kind },
  ...(taxCode.trim() !== '' && { taxCode: taxCode.trim() }),
  ...(address.trim() !== '' && { address: address.trim() }),
});

/** Adds an organisation to which people can belong. */
export function NewOrganisationDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['admin', 'app']);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('admin:organisations.add')}
      closeButtonProps={{ 'aria-label': t('app:actions.close') }}
    >
      <OrganisationForm onClose={onClose} />
    </Modal>
  );
}

function OrganisationForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['admin', 'app']);
  const queries = useQueryClient();
  const kinds = useKindChoices();
  const form = useForm({
    initialValues: EMPTY,
    validate: {
      name: (value) => (value.trim().length < LEAST_NAME ? t('admin:organisations.nameMissing') : null),
      taxCode: (value) =>
        value.trim() === '' || TAX_CODE.test(value.trim()) ? null : t('admin:organisations.taxCodeWrong'),
    },
  });
  const creating = useOnce({
    mutationFn: (values: typeof EMPTY) => createOrganisation(bodyOf(values)),
    onSuccess: () => {
      onClose();
      return queries.invalidateQueries({ queryKey: ['admin', 'organisations'] });
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => creating.mutate(values))}>
      <Stack>
        {creating.isError && <ProblemAlert error={creating.error} />}
        <TextInput
          label={t('admin:organisations.name')}
          data-autofocus
          maxLength={300}
          {...form.getInputProps('name')}
        />
        <NativeSelect label={t('admin:organisations.kind')} data={kinds} {...form.getInputProps('kind')} />
        <TextInput
          label={t('admin:organisations.taxCode')}
          inputMode="numeric"
          maxLength={14}
          {...form.getInputProps('taxCode')}
        />
        <TextInput
          label={t('admin:organisations.address')}
          maxLength={300}
          {...form.getInputProps('address')}
        />
        <Group>
          <Button type="submit" loading={creating.isPending}>
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
