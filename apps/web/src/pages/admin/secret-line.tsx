import { Button, Code, CopyButton, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A password as it is handed over: to read, and to copy. It is nowhere else, and gone with the page. */
export function SecretLine({ secret }: { secret: string }) {
  const { t } = useTranslation('admin');
  return (
    <Group gap="sm">
      <Code fz="lg" px="sm" py={4} data-secret>
        {secret}
      </Code>
      <CopyButton value={secret}>
        {({ copied, copy }) => (
          <Button size="xs" variant="default" onClick={copy} aria-live="polite">
            {t(copied ? 'password.copied' : 'password.copy')}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
