import { Fieldset, Group, Radio, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Schema } from '../../../api/schema-names.js';
import { Basis } from '../../../ui/basis.js';
import { textOf } from '../../investor/draft/draft.types.js';
import { type Mark, markOf, remarkOf } from './opinion-content.js';
import { fieldIdOf } from './opinion-faults.js';

const MARKS: readonly Mark[] = ['achieved', 'not_achieved', 'not_applicable'];

interface WrittenProps {
  fields: Record<string, unknown>;
  set: (field: string, value: string | null) => void;
  /** What is wrong with a field; null: nothing that is known. */
  faultOf: (field: string) => string | null;
}
interface CriterionProps extends WrittenProps {
  criterion: Schema<'CriterionDto'>;
}

/** Criteria that stand on the same article, which is said once above them. */
export function CriterionGroup({
  group,
  ...written
}: WrittenProps & { group: CriterionProps['criterion'][] }) {
  const [first] = group;
  if (first === undefined) return null;
  return (
    <Stack gap="md">
      <Basis basis={first.basis} verification={first.verification} />
      {group.map((criterion) => (
        <CriterionFields key={criterion.code} criterion={criterion} {...written} />
      ))}
    </Stack>
  );
}

function CriterionFields({ criterion, fields, set, faultOf }: CriterionProps) {
  const { t, i18n } = useTranslation('dossier');
  const { code, name } = criterion;
  const title = `${code} ${name[i18n.language === 'en' ? 'en' : 'vi']}`;
  const mark = fieldIdOf(markOf(code));
  return (
    <Fieldset legend={title} variant="unstyled">
      <Radio.Group
        labelProps={{ display: 'none' }}
        label={title}
        error={faultOf(markOf(code))}
        value={(fields[markOf(code)] as Mark | undefined) ?? null}
        onChange={(chosen) => set(markOf(code), chosen)}
      >
        <Group mt={4}>
          {MARKS.map((value, index) => (
            <Radio
              key={value}
              id={index === 0 ? mark : `${mark}-${value}`}
              value={value}
              label={t(`opinions.mark.${value}`)}
            />
          ))}
        </Group>
      </Radio.Group>
      <Textarea
        mt="sm"
        id={fieldIdOf(remarkOf(code))}
        label={t('opinions.remark', { code })}
        error={faultOf(remarkOf(code))}
        value={textOf(fields[remarkOf(code)])}
        maxLength={4000}
        autosize
        minRows={1}
        onChange={({ currentTarget }) => set(remarkOf(code), currentTarget.value)}
      />
    </Fieldset>
  );
}
