import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { type Schema } from '../../../api/schema-names.js';
import { TriedReasonDialog } from '../../../ui/tried-dialog.js';
import { Section } from '../../../ui/section.js';
import { useKeptEntry } from '../../../ui/use-kept-entry.js';
import { Card } from '../../../ui/card.js';
import { Values } from '../../../ui/values.js';
import { type ActCall, sent } from '../commands/acts.query.js';
import { useTriedAct } from '../commands/use-act.js';

const renew = (id: string, reason: string, call: ActCall) =>
  answer(api.POST('/api/v1/dossiers/{id}/tracking-secret', { params: sent(id, call), body: { reason } }));

/** An owner who lost the receipt gets a new secret from the clerk; the one before opens nothing any more. */
export function TrackingRenewal({ dossierId }: { dossierId: string }) {
  const { t } = useTranslation('dossier');
  const [asked, setAsked] = useState(false);
  const entry = useKeptEntry(`tracking.${dossierId}`, '');
  const renewing = useTriedAct(
    dossierId,
    (reason: string, call) => renew(dossierId, reason, call),
    () => {
      entry.forget();
      setAsked(false);
    },
  );
  const renewed = renewing.acting.data;
  return (
    <Section title={t('tracking.title')}>
      <Card>
        <Text size="sm">{t('tracking.text')}</Text>
        {renewed && <NewSecret tracking={renewed} />}
        <Group className="tg-no-print">
          <Button variant="default" onClick={() => setAsked(true)}>
            {t('tracking.renew')}
          </Button>
          {renewed && (
            <Button variant="default" onClick={() => print()}>
              {t('tracking.print')}
            </Button>
          )}
        </Group>
        {asked && (
          <TriedReasonDialog
            title={t('tracking.renew')}
            lead={t('tracking.lead')}
            label={t('tracking.reason')}
            name={t('tracking.confirm')}
            entry={entry}
            act={renewing}
            saying={({ version }) => [t('tracking.saying.number', { version }), t('tracking.saying.owner')]}
            onClose={() => setAsked(false)}
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
