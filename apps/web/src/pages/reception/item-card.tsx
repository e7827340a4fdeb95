import { Button, Group, NativeSelect, Paper, Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { visibleText } from '#contracts';
import { Tag } from '../../ui/status-tag.js';
import { Basis } from '../../ui/basis.js';
import { FileButtons } from './file-buttons.js';
import { gapOf, type ItemMark, MARKS, newMark, type Reason, REASONS } from './marks.js';
import { type ReceivedItem } from './reception.query.js';

interface Props {
  item: ReceivedItem;
  mark: ItemMark | undefined;
  onMark: (mark: ItemMark) => void;
  shown: string | null;
  onShow: (documentId: string | null) => void;
  /** The file that is looked at, where it has no place of its own on the screen. */
  viewer: ReactNode;
}
const TONES = { there: 'green', missing: 'red', to_correct: 'amber' } as const;

/** One item of the checklist: its basis, its files, what was asked about it before, and what the clerk found. */
export function ItemCard({ item, mark, onMark, shown, onShow, viewer }: Props) {
  const { t, i18n } = useTranslation('clerk');
  const { code, name, basis, verification, files, notes, earlier } = item;
  const title = name[i18n.language === 'en' ? 'en' : 'vi'];
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={`item-${code}`}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
          <Title order={3} size="h5" id={`item-${code}`}>
            {`${code}. ${title}`}
          </Title>
          {mark !== undefined && <Tag tone={TONES[mark.mark]}>{t(`reception.mark.${mark.mark}`)}</Tag>}
        </Group>
        <Basis basis={basis} verification={verification} />
        <FileButtons files={files} shown={shown} onShow={onShow} />
        {notes.map((note) => (
          <Text key={note} size="sm">
            {t('reception.note', { note })}
          </Text>
        ))}
        {files.length === 0 && (
          <Text size="sm">{t(item.present ? 'reception.noFile' : 'reception.noPaper')}</Text>
        )}
        {viewer}
        {earlier.map(({ what, answer }) => (
          <Text key={what} size="sm" c="dimmed">
            {t('reception.earlier', { what, answer: answer === '' ? t('reception.noAnswer') : answer })}
          </Text>
        ))}
        <MarkField item={item} title={title} mark={mark} onMark={onMark} />
        {mark !== undefined && mark.mark !== 'there' && <Why code={code} mark={mark} onMark={onMark} />}
      </Stack>
    </Paper>
  );
}

function MarkField({
  item: { required, present },
  title,
  mark,
  onMark,
}: Pick<Props, 'item' | 'mark' | 'onMark'> & { title: string }) {
  const { t } = useTranslation('clerk');
  return (
    <Radio.Group
      labelProps={{ display: 'none' }}
      label={t('reception.markOf', { name: title })}
      value={mark?.mark ?? ''}
      onChange={(value) => onMark(newMark(MARKS.find((one) => one === value) ?? 'there'))}
    >
      <Group gap="md">
        {MARKS.map((one) => (
          <Radio
            key={one}
            value={one}
            label={t(`reception.mark.${one}`)}
            disabled={one === 'there' && required && !present}
          />
        ))}
      </Group>
    </Radio.Group>
  );
}

interface WhyProps {
  code: string;
  mark: ItemMark;
  onMark: (mark: ItemMark) => void;
}
/** The reason from the list, and what exactly; both go into the letter. */
function Why({ code, mark, onMark }: WhyProps) {
  const { t } = useTranslation('clerk');
  if (mark.mark === 'there') return null;
  const reasons = REASONS[mark.mark].map((value) => ({ value, label: t(`reception.reason.${value}`) }));
  const lacks = gapOf(mark) === 'detail';
  return (
    <Stack gap="xs">
      <NativeSelect
        id={`reason-${code}`}
        label={t('reception.why')}
        required
        data={[{ value: '', label: t('reception.choose') }, ...reasons]}
        value={mark.reason}
        onChange={({ currentTarget }) => onMark({ ...mark, reason: currentTarget.value as Reason | '' })}
      />
      <Textarea
        label={t('reception.detail')}
        description={lacks ? t('reception.detailNeeded') : undefined}
        required={lacks}
        autosize
        maxLength={2000}
        value={mark.detail}
        onChange={({ currentTarget }) => onMark({ ...mark, detail: visibleText(currentTarget.value) })}
      />
    </Stack>
  );
}

/** The way to the first item that is not marked yet. */
export function ToNext({ code }: { code: string }) {
  const { t } = useTranslation('clerk');
  const go = () => {
    const place = document.getElementById(`item-${code}`);
    place?.scrollIntoView({ block: 'center' });
    place?.closest('section')?.querySelector<HTMLInputElement>('input[type=radio]:not(:disabled)')?.focus();
  };
  return (
    <div>
      <Button size="xs" variant="default" onClick={go}>
        {t('reception.toNext', { code })}
      </Button>
    </div>
  );
}
