import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Entries } from './command-entries.js';
import { type AskedItem } from './command-fields.js';
import { type FieldProps } from './command-field.js';
import { checklistQuery } from '../dossier.query.js';

/** What is asked of the owner: each point with its article, and the paper of the checklist that it is about. */
export function ItemsField(props: FieldProps) {
  const { t, i18n } = useTranslation('dossier');
  const checklist = useQuery(checklistQuery(props.dossier.id)).data;
  const papers = [...(checklist?.required ?? []), ...(checklist?.asked ?? [])].map(({ code, name }) => ({
    value: code,
    label: `${code} ${name[i18n.language === 'en' ? 'en' : 'vi']}`,
  }));
  return (
    <Entries<AskedItem> props={props} empty={{ what: '', basis: '' }}>
      {({ what, basis, about = '' }, change) => (
        <>
          <TextInput
            flex="2 1 14rem"
            label={t('fields.what')}
            maxLength={4000}
            value={what}
            onChange={({ currentTarget }) => change({ what: currentTarget.value })}
          />
          <TextInput
            flex="1 1 10rem"
            label={t('fields.basis')}
            maxLength={500}
            value={basis}
            onChange={({ currentTarget }) => change({ basis: currentTarget.value })}
          />
          <NativeSelect
            flex="1 1 10rem"
            label={t('fields.about')}
            data={[{ value: '', label: t('fields.choose') }, ...papers]}
            value={about}
            onChange={({ currentTarget }) => change({ about: currentTarget.value })}
          />
        </>
      )}
    </Entries>
  );
}
