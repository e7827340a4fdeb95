import { Button, Stack, Text } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './file-drop.module.css';

interface Props {
  isReading: boolean;
  onFile: (file: File) => void;
}

/** A place to drop a file, with a button for whoever does not drag. */
export function FileDrop({ isReading, onFile }: Props) {
  const { t } = useTranslation('public');
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div
      className={classes.place}
      data-over={isOver || undefined}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Stack align="center" gap="sm">
        <IconFileTypePdf size={36} stroke={1.4} aria-hidden />
        <Text ta="center">{isReading ? t('checkLetter.reading') : t('checkLetter.drop')}</Text>
        <Button loading={isReading} onClick={() => input.current?.click()}>
          {t('checkLetter.choose')}
        </Button>
      </Stack>
      <input
        ref={input}
        type="file"
        accept="application/pdf,.pdf"
        aria-label={t('checkLetter.choose')}
        hidden
        onChange={({ currentTarget }) => {
          take(currentTarget.files);
          // The same file may be chosen again after it was changed.
          currentTarget.value = '';
        }}
      />
    </div>
  );
}
