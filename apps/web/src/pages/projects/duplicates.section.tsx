import { Anchor, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Answer } from '../../ui/states.js';
import classes from './facts.module.css';
import { mergeInto, unmerge } from './project-acts.js';
import { type Duplicate, duplicatesQuery } from './projects.query.js';
import { Section } from '../../ui/section.js';
import { type SectionProps } from './section-props.js';
import { useReasonField } from './use-reason-field.js';

/** Projects that look like this one, and those that were merged into it. */
export function DuplicatesSection({ project, keeps, onAct }: SectionProps) {
  const { t } = useTranslation('register');
  const alike = useQuery(duplicatesQuery(project.id));
  return (
    <Section sheet title={t('project.duplicates')}>
      {project.duplicates.length > 0 && <MergedHere {...{ project, keeps, onAct }} />}
      <Answer query={alike}>
        {({ items }) =>
          items.length === 0 ? (
            <Text>{t('duplicate.none')}</Text>
          ) : (
            <>
              <Text size="sm">{t('duplicate.look')}</Text>
              <ul className={classes.plain}>
                {items.map((item) => (
                  <li key={item.projectId} className={classes.entry}>
                    <Alike item={item} {...{ project, keeps, onAct }} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Answer>
    </Section>
  );
}

function Alike({ item, project, keeps, onAct }: SectionProps & { item: Duplicate }) {
  const { t } = useTranslation('register');
  const { projectId, name, investorName, investorTaxCode, reasons } = item;
  const reason = useReasonField();
  return (
    <Group justify="space-between" align="flex-start" gap="sm">
      <div>
        <Anchor component={Link} href={`/projects/${projectId}`} fw={500}>
          {name}
        </Anchor>
        <Text size="sm">{[investorName, investorTaxCode].filter(Boolean).join(' · ')}</Text>
        <Text size="sm" c="dimmed">
          {reasons.map((word) => t(`duplicate.reasons.${word as 'same_name'}`)).join(', ')}
        </Text>
      </div>
      {keeps && (
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            aria-label={`${t('duplicate.mergeThis')}: ${name}`}
            onClick={() =>
              onAct({
                title: t('duplicate.mergeThis'),
                text: name,
                fields: [reason],
                act: mergeInto(project.id),
                on: projectId,
              })
            }
          >
            {t('duplicate.mergeThis')}
          </Button>
          <Button
            size="xs"
            variant="default"
            aria-label={`${t('duplicate.mergeOther')}: ${name}`}
            onClick={() =>
              onAct({
                title: t('duplicate.mergeOther'),
                text: name,
                fields: [reason],
                act: mergeInto(projectId),
              })
            }
          >
            {t('duplicate.mergeOther')}
          </Button>
        </Group>
      )}
    </Group>
  );
}

function MergedHere({ project, keeps, onAct }: SectionProps) {
  const { t } = useTranslation('register');
  const reason = useReasonField();
  return (
    <div>
      <Text fw={500}>{t('duplicate.mergedHere')}</Text>
      <ul className={classes.plain}>
        {project.duplicates.map(({ id, name, investorName }) => (
          <li key={id} className={classes.entry}>
            <Group justify="space-between" gap="sm">
              <div>
                <Anchor component={Link} href={`/projects/${id}`}>
                  {name}
                </Anchor>
                <Text size="sm">{investorName}</Text>
              </div>
              {keeps && (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={`${t('duplicate.unmerge')}: ${name}`}
                  onClick={() =>
                    onAct({
                      title: t('duplicate.unmerge'),
                      text: name,
                      fields: [reason],
                      act: unmerge,
                      on: id,
                    })
                  }
                >
                  {t('duplicate.unmerge')}
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ul>
    </div>
  );
}
