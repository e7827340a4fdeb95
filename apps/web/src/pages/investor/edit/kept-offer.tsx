import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../format/format.js';
import { usePerson } from '../../../session/session.provider.js';
import { same } from '../draft/draft.types.js';
import { mergeDrafts } from '../draft/merge-drafts.js';
import { forgetInput, type KeptInput, keptInputs } from '../draft/kept-input.js';
import { useEditing } from './draft.context.js';
import { Notice } from '../../../ui/notice.js';

/** Offers what was typed on this device and never reached the server: a closed page, a dead machine, no network. */
export function KeptOffer() {
  const { t } = useTranslation('investor');
  const { dossier, saver } = useEditing();
  const person = usePerson();
  const [offers, setOffers] = useState<KeptInput[]>([]);
  useEffect(() => {
    const isNews = (offer: KeptInput) => {
      const { draft } = saver.read();
      const adds =
        offer.name !== saver.entry && !same(mergeDrafts(offer.base, offer.draft, draft).draft, draft);
      if (!adds && offer.name !== saver.entry) forgetInput(offer.name);
      return adds;
    };
    void keptInputs(person.id, dossier.id).then((found) => setOffers(found.filter(isNews)));
  }, [person.id, dossier.id, saver]);
  const done = ({ name }: KeptInput) => {
    forgetInput(name);
    setOffers((known) => known.filter((one) => one.name !== name));
  };
  const take = (offer: KeptInput) => {
    saver.restore(offer);
    done(offer);
  };
  return offers.map((offer) => (
    <Notice tone="amber" key={offer.name} title={t('offer.title')} role="alert">
      <Stack gap="xs">
        <Text size="sm">{t('offer.text', { when: formatInstant(new Date(offer.at)) })}</Text>
        <Group>
          <Button size="xs" onClick={() => take(offer)}>
            {t('offer.take')}
          </Button>
          <Button size="xs" variant="default" onClick={() => done(offer)}>
            {t('offer.drop')}
          </Button>
        </Group>
      </Stack>
    </Notice>
  ));
}
