import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { usePerson } from '../../session/session.provider.js';
import classes from './facts.module.css';
import { PROJECT_FIELDS } from './project-draft.js';
import { type Project } from './projects.query.js';
import { seesImports } from './register-roles.js';
import { Section } from '../../ui/section.js';
import { useProjectValue } from './use-project-value.js';

/** What the register knows of the project, unknown values said as such, and where they came from. */
export function FactsSection({ project }: { project: Project }) {
  const { t } = useTranslation('register');
  const words = useProjectValue();
  return (
    <Section sheet title={t('project.facts')}>
      <dl className={classes.facts}>
        {PROJECT_FIELDS.map((field) => (
          <div key={field}>
            <Text component="dt" size="sm" c="dimmed">
              {field === 'capitalVnd' ? t('columns.capitalVnd') : t(`fields.${field}`)}
            </Text>
            <dd>{words(field, project[field]) ?? t('unknown')}</dd>
          </div>
        ))}
      </dl>
      <Source project={project} />
    </Section>
  );
}

function Source({ project: { source, importId, importRow } }: { project: Project }) {
  const { t } = useTranslation('register');
  const mayOpen = seesImports(usePerson());
  if (importId === null)
    return (
      <Text size="sm" c="dimmed">
        {t(`source.${source}`)}
      </Text>
    );
  const text = t('project.fromImport', { row: importRow ?? '' });
  return mayOpen ? (
    <Anchor component={Link} size="sm" href={`/projects?import=${importId}`}>
      {text}
    </Anchor>
  ) : (
    <Text size="sm" c="dimmed">
      {text}
    </Text>
  );
}
