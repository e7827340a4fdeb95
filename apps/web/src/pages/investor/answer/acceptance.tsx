import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/notice.js';
import { SENT_WORDS } from './sent-words.js';

/** One click for whoever has nothing to say against an intended refusal; what is written already stays until asked. */
export function Acceptance({ text, onAccept }: { text: string; onAccept: (text: string) => void }) {
  const { t } = useTranslation('answer');
  const [asking, setAsking] = useState(false);
  const isWritten = text.trim() !== '' && text !== SENT_WORDS.acceptance;
  const accept = () => {
    setAsking(false);
    onAccept(SENT_WORDS.acceptance);
  };
  return (
    <Stack gap="sm">
      <div>
        <Button
          variant="default"
          onClick={() => (isWritten ? setAsking(true) : accept())}
          style={{ height: 'auto', minHeight: 36 }}
          styles={{ label: { whiteSpace: 'normal' } }}
        >
          {t('accept')}
        </Button>
      </div>
      {asking && isWritten && (
        <Notice tone="amber" role="alert" title={t('replace.title')}>
          <Text size="sm" mb="sm">
            “{SENT_WORDS.acceptance}”
          </Text>
          <Group gap="sm">
            <Button size="sm" onClick={accept}>
              {t('replace.take')}
            </Button>
            <Button size="sm" variant="default" onClick={() => setAsking(false)}>
              {t('replace.keep')}
            </Button>
          </Group>
        </Notice>
      )}
    </Stack>
  );
}
