import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  id?: string;
  /** What is asked for, where it is not simply the reason. */
  label?: string | undefined;
  required?: boolean;
  rows?: number;
  /** How many letters the act takes. */
  most?: number;
  value: string;
  onChange: (value: string) => void;
  'data-autofocus'?: boolean;
}
/** Why somebody does something. */
export function ReasonField({ label, required = true, rows = 2, most = 2000, onChange, ...field }: Props) {
  const { t } = useTranslation('app');
  return (
    <Textarea
      {...field}
      label={label ?? t('reason')}
      required={required}
      autosize
      minRows={rows}
      maxLength={most}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
