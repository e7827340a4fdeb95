import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fetchFile, keepFile } from '../../api/file.js';
import { useOnce } from '../../api/use-once.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useVerification } from './verification/use-verification.js';
import { VerificationResult } from './verification/verification-result.js';

/** The evidence file of a chain: to keep, or to verify on this device at once. */
export function Evidence({ path, name, text }: { path: string; name: string; text: string }) {
  const { t } = useTranslation('audit');
  const fetchEvidence = () => fetchFile(path, `${name}.json`);
  const keeping = useOnce({ mutationFn: async () => keepFile(await fetchEvidence()) });
  const verification = useVerification();
  const verify = () => verification.run(async () => (await fetchEvidence()).content.text());
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Button onClick={verify} loading={verification.running}>
          {t('dossier.verify')}
        </Button>
        <Button variant="default" loading={keeping.isPending} onClick={() => keeping.mutate()}>
          {t('dossier.export')}
        </Button>
        <Text size="sm" c="dimmed">
          {text}
        </Text>
      </Group>
      {keeping.isError && <ProblemAlert error={keeping.error} />}
      <VerificationResult verification={verification} />
    </Stack>
  );
}
