import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyed } from '../../../api/act-headers.js';
import { answer, api } from '../../../api/client.js';
import { type Schema } from '../../../api/schema-names.js';
import { ReasonDialog } from '../../../ui/act-dialog.js';
import { Section } from '../../../ui/section.js';
import { useKeptEntry } from '../../../ui/use-kept-entry.js';
import { Card } from '../../../ui/card.js';
import { Values } from '../../../ui/values.js';
import { useAct } from '../commands/use-act.js';

const renew = (id: string, reason: string, key: string) =>
  answer(
    api.POST('/api/v1/dossiers/{id}/tracking-secret', {
      params: { path: { id }, header: keyed(key) },
      body: { reason },
    }),
  );

/** An owner who lost the receipt gets a new secret from the clerk; the one before opens nothing any more. */
export function TrackingRenewal({ dossierId }: { dossierId: string }) {
  const { t } = useTranslation('dossier');
  const [asked, setAsked] = useState(false);
  const entry = useKeptEntry(`tracking.${dossierId}`, '');
  const renewing = useAct(
    dossierId,
    (reason: string, key) => renew(dossierId, reason, key),
    () => {
      entry.forget();
      setAsked(false);
    },
  );
  return (
    <Section title={t('tracking.title')}>
      <Card>
        <Text size="sm">{t('tracking.text')}</Text>
        {renewing.data && <NewSecret tracking={renewing.data} />}
        <Group className="tg-no-print">
          <Button variant="default" onClick={() => setAsked(true)}>
            {t('tracking.renew')}
          </Button>
          {renewing.data && (
            <Button variant="default" onClick={() => print()}>
              {t('tracking.print')}
            </Button>
          )}
        </Group>
        {asked && (
          <ReasonDialog
            title={t('tracking.renew')}
            lead={t('tracking.lead')}
            label={t('tracking.reason')}
            submit={t('tracking.confirm')}
            entry={entry}
            pending={renewing.isPending}
            error={renewing.error}
            onClose={() => setAsked(false)}
            onReason={(reason) => renewing.mutate(reason)}
          />
        )}
      </Card>
    </Section>
  );
}

function NewSecret({ tracking }: { tracking: Schema<'RenewedTrackingDto'> }) {
  const { t } = useTranslation('dossier');
  const { fileCode, secret, address } = tracking;
  return (
    <Alert variant="outline" role="status" title={t('tracking.made')}>
      <Values
        items={[
          [t('tracking.code'), fileCode],
          [t('tracking.secret'), secret],
          [t('tracking.address'), address],
        ]}
      />
      <Text size="sm" mt="xs">
        {t('tracking.once')}
      </Text>
    </Alert>
  );
}
