import { useTranslation } from 'react-i18next';
import { type FaultyField, fieldByName, type FieldOf } from '../../ui/fault-pointer.js';
import { PROJECT_FIELDS, type ProjectField } from './project-draft.js';
import { projectFieldId } from './project-form.js';

/** What the fields of the form of a project are called and where they are, for whoever lists what is wrong with them. */
export function useProjectFields(): {
  named: (field: ProjectField) => FaultyField & { id: string };
  fieldOf: FieldOf;
} {
  const { t } = useTranslation('register');
  const named = (field: ProjectField) => ({ label: t(`fields.${field}`), id: projectFieldId(field) });
  const fieldOf = fieldByName((name) => {
    const field = PROJECT_FIELDS.find((one) => one === name);
    return field === undefined ? null : named(field);
  });
  return { named, fieldOf };
}
