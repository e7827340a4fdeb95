import { Alert, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { keepFile } from '../../api/file.js';
import { type PdfFaultCode } from './pdf.types.js';

/** Why a file is not shown, and the file itself for whoever has another program for it. */
export function PdfFaultNotice({ code, file, name }: { code: PdfFaultCode; file: Blob; name: string }) {
  const { t } = useTranslation('pdf');
  return (
    <Alert role="alert" variant="outline" color="yellow" title={t('notShown')}>
      <Stack gap="xs">
        <Text size="sm">{t(`faults.${code}`)}</Text>
        {file.size > 0 && (
          <div>
            <Button size="xs" variant="default" onClick={() => keepFile({ name, content: file })}>
              {t('download')}
            </Button>
          </div>
        )}
      </Stack>
    </Alert>
  );
}
