import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EXEMPTION_REASONS } from '#contracts';
import { formatInstant } from '../../format/format.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { Tag } from '../../ui/status-tag.js';
import classes from './facts.module.css';
import { decideExemption, proposeExemption, revokeExemption } from './project-acts.js';
import { type Project } from './projects.query.js';
import { Section } from '../../ui/section.js';
import { type SectionProps } from './section-props.js';
import { useOptionalField, useReasonField } from './use-reason-field.js';

type Exemption = Project['exemptions'][number];
const TONES = { proposed: 'amber', confirmed: 'green', rejected: 'grey', revoked: 'grey' } as const;
const LEAST_REASON = 10;

/** Whether the project needs no opinion: what was proposed, by whom it was decided, and what comes next. */
export function ExemptionSection({ project, keeps, onAct }: SectionProps) {
  const { t } = useTranslation('register');
  return (
    <Section sheet title={t('project.exemption')}>
      {project.exemptions.length === 0 && <Text>{t('exemption.none')}</Text>}
      <ul className={classes.plain}>
        {project.exemptions.map((exemption) => (
          <li key={exemption.id} className={classes.entry}>
            <OneExemption exemption={exemption} />
          </li>
        ))}
      </ul>
      <ExemptionActs project={project} keeps={keeps} onAct={onAct} />
    </Section>
  );
}

function OneExemption({ exemption }: { exemption: Exemption }) {
  const { t } = useTranslation('register');
  const { state, reasonCode, reason, decidedAt, decisionNote, revokedAt, revocationReason } = exemption;
  const words = {
    proposedBy: { name: exemption.proposedByName ?? '', at: formatInstant(exemption.proposedAt) },
    decidedBy: decidedAt && { name: exemption.decidedByName ?? '', at: formatInstant(decidedAt) },
    revokedBy: revokedAt && { name: exemption.revokedByName ?? '', at: formatInstant(revokedAt) },
  };
  return (
    <div>
      <Group gap={6}>
        <Text fw={500} component="span">
          {t(`exemption.codes.${reasonCode}`)}
        </Text>
        <Tag tone={TONES[state]}>{t(`exemption.state.${state}`)}</Tag>
      </Group>
      <Text size="sm">{reason}</Text>
      <Text size="sm" c="dimmed">
        {t('exemption.proposedBy', words.proposedBy)}
      </Text>
      {words.decidedBy && (
        <Text size="sm" c="dimmed">
          {t('exemption.decidedBy', words.decidedBy)}
          {decisionNote !== null && `: ${decisionNote}`}
        </Text>
      )}
      {words.revokedBy && (
        <Text size="sm" c="dimmed">
          {t('exemption.revokedBy', words.revokedBy)}
          {revocationReason !== null && `: ${revocationReason}`}
        </Text>
      )}
    </div>
  );
}

function ExemptionActs({ project, keeps, onAct }: SectionProps) {
  const { t } = useTranslation('register');
  const isHead = hasRole(usePerson(), 'head');
  const reason = useReasonField();
  const open = project.exemptions.find(({ state }) => state === 'proposed' || state === 'confirmed');
  if (!keeps) return null;
  if (open?.state === 'proposed') return <Deciding isHead={isHead} onAct={onAct} />;
  if (open?.state === 'confirmed')
    return isHead ? (
      <div>
        <Button
          size="xs"
          variant="default"
          onClick={() => onAct({ title: t('exemption.revoke'), fields: [reason], act: revokeExemption })}
        >
          {t('exemption.revoke')}
        </Button>
      </div>
    ) : null;
  const codes = EXEMPTION_REASONS.map((value) => ({ value, label: t(`exemption.codes.${value}`) }));
  const propose = () =>
    onAct({
      title: t('exemption.propose'),
      text: t('exemption.secondPerson'),
      fields: [
        { name: 'reasonCode', label: t('exemption.reasonCode'), kind: 'choice', choices: codes, least: 1 },
        { ...reason, label: t('exemption.explanation'), least: LEAST_REASON },
      ],
      act: proposeExemption,
    });
  return (
    <div>
      <Button size="xs" variant="default" onClick={propose}>
        {t('exemption.propose')}
      </Button>
    </div>
  );
}

/** A head who is not the one who proposed it confirms; the API holds that. */
function Deciding({ isHead, onAct }: Pick<SectionProps, 'onAct'> & { isHead: boolean }) {
  const { t } = useTranslation('register');
  const note = useOptionalField('note');
  return (
    <>
      <Text size="sm">{t('exemption.secondPerson')}</Text>
      {isHead && (
        <Group gap="xs">
          <Button
            size="xs"
            onClick={() =>
              onAct({ title: t('exemption.confirm'), fields: [note], act: decideExemption('confirmed') })
            }
          >
            {t('exemption.confirm')}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() =>
              onAct({ title: t('exemption.reject'), fields: [note], act: decideExemption('rejected') })
            }
          >
            {t('exemption.reject')}
          </Button>
        </Group>
      )}
    </>
  );
}
