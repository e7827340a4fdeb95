import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core';
import {
  IconChevronLeft,
  IconChevronRight,
  IconDownload,
  IconPrinter,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepFile } from '../../api/file.js';
import { formatNumber } from '../../format/format.js';
import { printPdf } from './print-pdf.js';

interface Props {
  file: Blob;
  name: string;
  page: number;
  pages: number;
  zoom: number;
  least: boolean;
  most: boolean;
  turn: (to: number) => void;
  step: (by: number) => void;
}

/** Turns pages, makes them larger, and hands the file itself over. */
export function PdfToolbar({ file, name, page, pages, zoom, least, most, turn, step }: Props) {
  const { t } = useTranslation('pdf');
  const [printing, setPrinting] = useState(false);
  const print = () => {
    setPrinting(true);
    void printPdf(file).finally(() => setPrinting(false));
  };
  return (
    <Group gap="xs" role="group" aria-label={t('tools')} className="tg-no-print">
      <Tool label={t('previous')} disabled={page === 1} onPress={() => turn(page - 1)}>
        <IconChevronLeft size={18} aria-hidden />
      </Tool>
      <PageNumber page={page} pages={pages} turn={turn} />
      <Tool label={t('next')} disabled={page === pages} onPress={() => turn(page + 1)}>
        <IconChevronRight size={18} aria-hidden />
      </Tool>
      <Tool label={t('smaller')} disabled={least} onPress={() => step(-1)}>
        <IconZoomOut size={18} aria-hidden />
      </Tool>
      <Text size="sm" className="tg-number" role="status">
        {t('zoom', { share: formatNumber(Math.round(zoom * 100)) })}
      </Text>
      <Tool label={t('larger')} disabled={most} onPress={() => step(1)}>
        <IconZoomIn size={18} aria-hidden />
      </Tool>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={() => keepFile({ name, content: file })}
      >
        {t('download')}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden />}
        loading={printing}
        onClick={print}
      >
        {t('print')}
      </Button>
    </Group>
  );
}

interface ToolProps {
  label: string;
  disabled: boolean;
  onPress: () => void;
  children: ReactNode;
}
function Tool({ label, disabled, onPress, children }: ToolProps) {
  return (
    <ActionIcon variant="default" size={32} aria-label={label} disabled={disabled} onClick={onPress}>
      {children}
    </ActionIcon>
  );
}

function PageNumber({ page, pages, turn }: Pick<Props, 'page' | 'pages' | 'turn'>) {
  const { t } = useTranslation('pdf');
  const [typing, setTyping] = useState<string | null>(null);
  const go = () => {
    if (typing !== null && /^\d+$/.test(typing)) turn(Number(typing));
    setTyping(null);
  };
  return (
    <Group gap={6}>
      <TextInput
        size="xs"
        w={52}
        inputMode="numeric"
        aria-label={t('pageNumber')}
        value={typing ?? String(page)}
        maxLength={5}
        onChange={({ currentTarget }) => setTyping(currentTarget.value)}
        onBlur={go}
        onKeyDown={({ key }) => key === 'Enter' && go()}
      />
      <Text size="sm" className="tg-number">
        {t('ofPages', { pages: formatNumber(pages) })}
      </Text>
    </Group>
  );
}
