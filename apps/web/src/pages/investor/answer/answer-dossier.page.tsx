import { Anchor, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { BackLink } from '../../../ui/back-link.js';
import { DueLabel } from '../../../ui/due-label.js';
import { OpeningDossier } from '../../../ui/opening-dossier.js';
import { Page } from '../../../ui/page.js';
import { dossierQuery, type EditedDossier } from '../draft/dossier.query.js';
import { mayEdit } from '../edit/authorship.js';
import { EditingProvider } from '../edit/editing.provider.js';
import { Notice } from '../../../ui/notice.js';
import { AnswerForm } from './answer.form.js';
import { type AskedOfOwner, requestsQuery } from './answer.query.js';

/** Answers what the department asked, item by item, beside the papers that it asks for. */
export function AnswerDossierPage() {
  const { id = '' } = useParams<{ id: string }>();
  const dossier = useQuery(dossierQuery(id));
  const requests = useQuery(requestsQuery(id));
  if (dossier.data === undefined) return <OpeningDossier query={dossier} />;
  if (requests.data === undefined) return <OpeningDossier query={requests} />;
  return <Asked dossier={dossier.data} items={requests.data.items} />;
}

function Asked({ dossier, items }: { dossier: EditedDossier; items: AskedOfOwner[] }) {
  const { t } = useTranslation('answer');
  const request = items.find(({ closedAt }) => closedAt === null);
  if (request === undefined || !mayEdit(dossier)) return <NothingAsked dossier={dossier} />;
  const { kind, content, replyBy } = request;
  return (
    <Page
      title={t(`titles.${kind}`)}
      lead={[[dossier.projectName, dossier.fileCode].filter(Boolean).join(' · '), t('onServer')].join('. ')}
      above={<BackLink to={`/dossiers/${dossier.id}`} name={t('back')} />}
    >
      <Notice tone="amber" role="note" title={t('until')}>
        <DueLabel dueOn={replyBy} />
        <Text size="sm" mt="xs">
          {t(`otherwise.${kind}`)}
        </Text>
      </Notice>
      {content.grounds !== undefined && (
        <section>
          <Title order={2} size="h3" mb="xs">
            {t('grounds')}
          </Title>
          <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{content.grounds}</Text>
        </section>
      )}
      <EditingProvider dossier={dossier}>
        <AnswerForm key={request.id} request={request} />
      </EditingProvider>
    </Page>
  );
}

/** Also for whoever comes back after sending: the answer lies with the department, and here is nothing more to send. */
function NothingAsked({ dossier }: { dossier: EditedDossier }) {
  const { t } = useTranslation('answer');
  return (
    <Page title={t('nothing')} lead={dossier.projectName}>
      <Text>{t('nothingText')}</Text>
      <Anchor component={Link} href={`/dossiers/${dossier.id}`}>
        {t('toDossier')}
      </Anchor>
    </Page>
  );
}
