import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section.js';
import { Card } from '../../ui/card.js';
import { draftMinutes } from './council.query.js';
import { PaperLine } from './paper-line.js';
import { type SessionProps } from './session.types.js';
import { ActForm } from '../dossiers/commands/act-form.js';
import { useTriedAct } from '../dossiers/commands/use-act.js';

/** The minutes of a session: drafted from what was recorded, read as a draft, issued by the clerk, then a letter. */
export function Minutes({ dossier, council, session, drafts }: SessionProps & { drafts: boolean }) {
  const { t } = useTranslation('council');
  const path = { id: dossier.id, sessionId: session.id };
  const drafting = useTriedAct(dossier.id, (_none: null, call) => draftMinutes(path, call));
  const { minutes, closedAt, presidedBy } = session;
  const signer = council.members.find(({ memberId }) => memberId === presidedBy);
  return (
    <Section title={t('minutes.title')}>
      {closedAt === null ? (
        <Text size="sm">{t('minutes.waits')}</Text>
      ) : (
        <Card>
          {minutes === null ? (
            <Text size="sm">{t('minutes.none')}</Text>
          ) : (
            <PaperLine
              dossier={dossier}
              paper={minutes}
              title={t('minutes.title')}
              draft={t('minutes.isDraft')}
              readable={dossier.relations.includes('council_member')}
            />
          )}
          {signer && minutes?.status !== 'issued' && (
            <Text size="sm">{t('minutes.signer', { name: signer.name })}</Text>
          )}
          {drafts && minutes?.status !== 'issued' && (
            <ActForm
              act={drafting}
              content={null}
              name={t(minutes === null ? 'minutes.draft' : 'minutes.again')}
              saying={({ valid }) =>
                [
                  t(valid ? 'minutes.saying.valid' : 'minutes.saying.invalid'),
                  minutes !== null && t('minutes.saying.replaced'),
                  signer && t('minutes.signer', { name: signer.name }),
                  t('condition.saying.toldNobody'),
                ]
                  .filter((line) => typeof line === 'string')
                  .join(' ')
              }
            >
              <Text size="sm" c="dimmed">
                {t('minutes.lead')}
              </Text>
            </ActForm>
          )}
        </Card>
      )}
    </Section>
  );
}
