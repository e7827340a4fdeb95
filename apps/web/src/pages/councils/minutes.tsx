import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SubmitProblem } from '../../ui/submit-problem.js';
import { Section } from '../../ui/section.js';
import { Card } from '../../ui/card.js';
import { draftMinutes } from './council.query.js';
import { PaperLine } from './paper-line.js';
import { type SessionProps } from './session.types.js';
import { useAct } from '../dossiers/commands/use-act.js';

/** The minutes of a session: drafted from what was recorded, read as a draft, issued by the clerk, then a letter. */
export function Minutes({ dossier, council, session, drafts }: SessionProps & { drafts: boolean }) {
  const { t } = useTranslation('council');
  const path = { id: dossier.id, sessionId: session.id };
  const drafting = useAct(dossier.id, (_none: null, key) => draftMinutes(path, key));
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
            <>
              <Text size="sm" c="dimmed">
                {t('minutes.lead')}
              </Text>
              {drafting.isError && <SubmitProblem error={drafting.error} />}
              <div>
                <Button loading={drafting.isPending} onClick={() => drafting.mutate(null)}>
                  {t(minutes === null ? 'minutes.draft' : 'minutes.again')}
                </Button>
              </div>
            </>
          )}
        </Card>
      )}
    </Section>
  );
}
