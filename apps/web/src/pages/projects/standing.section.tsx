import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../format/format.js';
import { usePublicService } from '../public/service/service.query.js';
import { Section } from '../../ui/section.js';
import { type Project } from './projects.query.js';
import { StandingTags } from './standing-tag.js';

const COVERED: readonly string[] = ['answered', 'not_subject'];

/** Where the project stands, why, whether it counts as covered, and by which instruments its dossiers are handled. */
export function StandingSection({ project }: { project: Project }) {
  const { t } = useTranslation('register');
  const { standing, decidedOn } = project;
  return (
    <Section sheet title={t('project.standing')} aside={<StandingTags {...project} />}>
      <Stack gap="xs">
        <Text fw={600}>{COVERED.includes(standing) ? t('covered') : t('notCovered')}</Text>
        <Text>{t(`why.${standing}`)}</Text>
        {decidedOn !== null && <Text>{t('decidedOn', { date: formatDate(decidedOn) })}</Text>}
        <LawOfDossiers project={project} />
        <Text size="sm" c="dimmed">
          {t('counting')}
        </Text>
      </Stack>
    </Section>
  );
}

/** The instruments of the procedures of its dossiers, as the packs of today name them. */
function LawOfDossiers({ project }: { project: Project }) {
  const { t } = useTranslation(['register', 'words']);
  const service = usePublicService().data;
  const handled = project.matches.filter(({ state }) => state === 'confirmed');
  const procedures = (service?.procedures ?? []).filter(({ id }) =>
    handled.some(({ procedureId }) => procedureId === id),
  );
  if (procedures.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={500}>
        {t('lawOf')}
      </Text>
      <List size="sm">
        {procedures.map(({ id, pack }) => (
          <List.Item key={id}>
            {t(`words:procedure.${id}`)}: <span lang="vi">{pack.instruments.join('; ')}</span> (
            {t(`words:verification.${pack.verification}`)})
          </List.Item>
        ))}
      </List>
    </div>
  );
}
