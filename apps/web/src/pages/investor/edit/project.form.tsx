import { Stack } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { withField } from '../draft/draft.types.js';
import { FactField } from '../fields/fact.field.js';
import { type FieldName, PROJECT_FIELDS } from '../fields/field.types.js';
import { useEditing } from './draft.context.js';
import { SourceMark } from './source-mark.js';

/** What is known of the project as a whole. */
export function ProjectForm() {
  const { t } = useTranslation('investor');
  const { state, faults, edit } = useEditing();
  const { project } = state.draft;
  return (
    <Stack gap="lg">
      {PROJECT_FIELDS.map((field) => {
        const shown: FieldName = field === 'name' ? 'projectName' : field;
        return (
          <Fragment key={field}>
            <FactField
              id={`project-${field}`}
              name={shown}
              value={project[field]}
              fault={faults.find((fault) => fault.section === 'project' && fault.field === field)}
              onChange={(value) =>
                edit((draft) => ({ ...draft, project: withField(draft.project, field, value) }))
              }
            />
            <SourceMark place={{ section: 'project', id: null, field }} name={t(`fields.${shown}`)} />
          </Fragment>
        );
      })}
    </Stack>
  );
}
