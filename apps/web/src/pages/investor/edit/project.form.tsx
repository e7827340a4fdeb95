import { Stack } from '@mantine/core';
import { withField } from '../draft/draft.types.js';
import { FactField } from '../fields/fact.field.js';
import { type FieldName, PROJECT_FIELDS } from '../fields/field.types.js';
import { useEditing } from './draft.context.js';

/** What is known of the project as a whole. */
export function ProjectForm() {
  const { state, faults, edit } = useEditing();
  const { project } = state.draft;
  return (
    <Stack gap="lg">
      {PROJECT_FIELDS.map((field) => {
        const shown: FieldName = field === 'name' ? 'projectName' : field;
        return (
          <FactField
            key={field}
            id={`project-${field}`}
            name={shown}
            value={project[field]}
            fault={faults.find((fault) => fault.section === 'project' && fault.field === field)}
            onChange={(value) =>
              edit((draft) => ({ ...draft, project: withField(draft.project, field, value) }))
            }
          />
        );
      })}
    </Stack>
  );
}
