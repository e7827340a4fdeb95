import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActKey } from '../../../api/use-act-key.js';
import { useOnce } from '../../../api/use-once.js';
import { isTaxCode } from '../../../format/tax-code.js';
import { Dialog } from '../../../ui/dialog.js';
import { focusFirstFault } from '../../../ui/focus-first-fault.js';
import { fieldsNamed } from '../../../ui/fault-pointer.js';
import { SubmitProblem } from '../../../ui/submit-problem.js';
import { createOrganisation, type Organisation } from '../../admin/admin.query.js';
import { isOrganisationName, newOrganisationOf } from '../../admin/organisation-change.js';
import { NEW_KINDS, type OrganisationEntry, organisationEntryOf } from './organisation-entry.js';

interface Props {
  /** What somebody looked for, or what the letter says: a name, or a tax code. */
  words: string;
  /** The only kind that fits where it is asked for. */
  kind?: 'investor';
  onCreated: (created: Organisation) => void;
}

/** A way to enter an organisation that nobody has entered yet, from where it is looked for. */
export function NewOrganisation({ words, kind, onCreated }: Props) {
  const { t } = useTranslation(['investor', 'app']);
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Group>
        <Button size="xs" variant="default" onClick={() => setOpen(true)}>
          {t(kind === 'investor' ? 'new.organisation.addInvestor' : 'new.organisation.add')}
        </Button>
      </Group>
      <Dialog
        opened={isOpen}
        onClose={close}
        closeOnClickOutside={false}
        title={t(kind === 'investor' ? 'new.organisation.addInvestor' : 'new.organisation.add')}
      >
        <Entry
          {...{ words, ...(kind && { kind }) }}
          onClose={close}
          onCreated={(created) => {
            close();
            onCreated(created);
          }}
        />
      </Dialog>
    </>
  );
}

function Entry({ words, kind, onCreated, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation(['investor', 'app']);
  const { form, creating } = useEntry(organisationEntryOf(words, kind), onCreated);
  const field = (name: keyof OrganisationEntry) => ({
    id: `new-organisation-${name}`,
    label: t(`new.organisation.${name}`),
  });
  const fields = {
    ...{ name: field('name'), kind: field('kind') },
    ...{ taxCode: field('taxCode'), address: field('address') },
  };
  const submit = form.onSubmit((entry) => creating.mutate(entry), focusFirstFault);
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        // Drawn elsewhere, yet within the form that asks for it: that one is not meant.
        event.stopPropagation();
        submit(event);
      }}
    >
      <Stack>
        {creating.isError && <SubmitProblem error={creating.error} fieldOf={fieldsNamed(fields)} />}
        <TextInput {...fields.name} data-autofocus maxLength={300} {...form.getInputProps('name')} />
        {kind === undefined && (
          <NativeSelect
            {...fields.kind}
            data={[
              { value: '', label: t('new.organisation.choose') },
              ...NEW_KINDS.map((value) => ({ value, label: t(`new.organisation.kinds.${value}`) })),
            ]}
            {...form.getInputProps('kind')}
          />
        )}
        <TextInput
          {...fields.taxCode}
          inputMode="numeric"
          maxLength={14}
          {...form.getInputProps('taxCode')}
        />
        <TextInput {...fields.address} maxLength={300} {...form.getInputProps('address')} />
        <Group>
          <Button type="submit" loading={creating.isPending}>
            {t('new.organisation.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('app:actions.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useEntry(begun: OrganisationEntry, onCreated: (created: Organisation) => void) {
  const { t } = useTranslation('investor');
  const queries = useQueryClient();
  const key = useActKey();
  const form = useForm<OrganisationEntry>({
    initialValues: begun,
    validate: {
      name: (value) => (isOrganisationName(value) ? null : t('new.organisation.nameMissing')),
      kind: (value) => (value === '' ? t('new.organisation.kindMissing') : null),
      taxCode: (value) => (isTaxCode(value) ? null : t('new.organisation.taxCodeWrong')),
    },
  });
  const creating = useOnce({
    mutationFn: ({ kind, ...entry }: OrganisationEntry) => {
      const body = newOrganisationOf({ ...entry, kind: kind === '' ? 'other' : kind });
      return createOrganisation(key.of(body), body);
    },
    onSuccess: (created) => {
      onCreated(created);
      return queries.invalidateQueries({ queryKey: ['organisations'] });
    },
  });
  return { form, creating };
}
