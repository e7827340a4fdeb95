import { Fieldset, NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CAPITAL_ORIGINS, PROJECT_AUTHORITIES, PROJECT_GROUPS } from '#contracts';
import { countriesIn } from '../investor/fields/countries.js';
import { DateField } from '../../ui/date-field.js';
import { gapsOf, type ProjectDraft, type ProjectField } from './project-draft.js';

const PARTS = {
  project: ['name', 'sectorVsic', 'capitalVnd', 'capitalOrigin', 'projectGroup', 'communeCode'],
  investor: ['investorName', 'investorTaxCode', 'investorCountry'],
  papers: [
    ...(['projectAuthority', 'agencyName', 'registeredOn', 'policyDecidedOn'] as const),
    ...(['certificateNumber', 'certificateOn', 'sourceText'] as const),
  ],
} as const satisfies Record<string, readonly ProjectField[]>;
const DAYS: readonly ProjectField[] = ['registeredOn', 'policyDecidedOn', 'certificateOn'];
const WIDE: readonly ProjectField[] = ['name', 'investorName', 'sourceText'];
const MOST: Partial<Record<ProjectField, number>> = {
  ...{ name: 500, investorName: 300, investorTaxCode: 14, agencyName: 300, sectorVsic: 6 },
  ...{ communeCode: 5, certificateNumber: 100, sourceText: 500, capitalVnd: 40 },
};
export const projectFieldId = (field: string): string => `project-${field}`;

interface Props {
  draft: ProjectDraft;
  onChange: (draft: ProjectDraft) => void;
  /** Whether what is missing or wrong is said already. */
  showGaps: boolean;
  /** What the API found, by field. */
  faults: Partial<Record<string, string>>;
}

/** What is known of a project, in three parts; only its name and investor have to be. */
export function ProjectForm(props: Props) {
  const { t } = useTranslation('register');
  return (
    <Stack gap="lg">
      {(Object.keys(PARTS) as (keyof typeof PARTS)[]).map((part) => (
        <Fieldset
          key={part}
          legend={
            <Text span fw={600}>
              {t(`form.${part}`)}
            </Text>
          }
        >
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            {PARTS[part].map((field) => (
              <div key={field} style={WIDE.includes(field) ? { gridColumn: '1 / -1' } : undefined}>
                <Field field={field} {...props} />
              </div>
            ))}
          </SimpleGrid>
        </Fieldset>
      ))}
    </Stack>
  );
}

function Field({ field, draft, onChange, showGaps, faults }: Props & { field: ProjectField }) {
  const { t } = useTranslation('register');
  const choices = useChoices(field);
  const gap = showGaps ? gapsOf(draft)[field] : undefined;
  const around = {
    id: projectFieldId(field),
    label: t(`fields.${field}`),
    description: field in HINTS ? t(`hints.${field as keyof typeof HINTS}`) : undefined,
    withAsterisk: field === 'name' || field === 'investorName',
    error: gap === undefined ? faults[field] : t(`form.${gap}`),
    maxLength: MOST[field],
    value: draft[field],
  };
  const set = (value: string) => onChange({ ...draft, [field]: value });
  const typed = {
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => set(currentTarget.value),
  };
  if (choices !== null)
    return <NativeSelect {...around} {...typed} data={[{ value: '', label: t('form.unset') }, ...choices]} />;
  if (field === 'name' || field === 'sourceText')
    return <Textarea {...around} {...typed} autosize minRows={1} />;
  if (DAYS.includes(field)) return <DateField {...around} onChange={set} />;
  return (
    <TextInput
      {...around}
      {...typed}
      inputMode={field === 'capitalVnd' ? 'decimal' : undefined}
      autoComplete="off"
    />
  );
}
const HINTS = { investorTaxCode: 1, sectorVsic: 1, communeCode: 1, capitalVnd: 1, sourceText: 1 };

/** The closed list of a field in words; null where anything may be written. */
function useChoices(field: ProjectField): { value: string; label: string }[] | null {
  const { t, i18n } = useTranslation('register');
  const countries = useMemo(() => countriesIn(i18n.language), [i18n.language]);
  switch (field) {
    case 'capitalOrigin':
      return CAPITAL_ORIGINS.map((value) => ({ value, label: t(`origin.${value}`) }));
    case 'projectGroup':
      return PROJECT_GROUPS.map((value) => ({ value, label: t(`group.${value}`) }));
    case 'projectAuthority':
      return PROJECT_AUTHORITIES.map((value) => ({ value, label: t(`authority.${value}`) }));
    case 'investorCountry':
      return countries;
    default:
      return null;
  }
}
