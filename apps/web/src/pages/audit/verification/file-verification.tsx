import { Button, FileInput, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textOfEvidence } from './evidence-file.js';
import { useVerification } from './use-verification.js';
import { VerificationResult } from './verification-result.js';

/** Verifies an evidence file that somebody kept or was given; it does not leave the device. */
export function FileVerification() {
  const { t } = useTranslation('audit');
  const [file, setFile] = useState<File | null>(null);
  const verification = useVerification();
  return (
    <Stack maw={760}>
      <div>
        <Title order={2}>{t('tabs.verify')}</Title>
        <Text c="dimmed">{t('verify.intro')}</Text>
      </div>
      <Group align="flex-end" gap="sm">
        <FileInput
          label={t('verify.file')}
          placeholder={t('verify.choose')}
          accept="application/json,.json"
          value={file}
          onChange={(chosen) => {
            setFile(chosen);
            verification.forget();
          }}
          flex="1 1 280px"
        />
        <Button
          disabled={file === null}
          loading={verification.running}
          onClick={() => file && verification.run(() => textOfEvidence(file))}
        >
          {t('verify.run')}
        </Button>
      </Group>
      <VerificationResult verification={verification} />
    </Stack>
  );
}
