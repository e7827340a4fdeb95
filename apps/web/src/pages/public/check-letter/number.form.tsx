import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { visibleLine } from '#contracts';
import { DateField } from '../../../ui/date-field.js';

const LONGEST_NUMBER = 60;

interface Props {
  number: string;
  isAsking: boolean;
  onAsk: (number: string, issuedOn: string) => void;
}

export function NumberForm({ number: given, isAsking, onAsk }: Props) {
  const { t } = useTranslation('public');
  const [number, setNumber] = useState(given);
  const [issuedOn, setIssuedOn] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = visibleLine(number).trim();
    setMissing(asked === '');
    if (asked === '') document.getElementById('letter-number')?.focus();
    else onAsk(asked, issuedOn);
  };
  return (
    <form noValidate onSubmit={submit}>
      <Group align="flex-start" gap="md">
        <TextInput
          id="letter-number"
          w={{ base: '100%', xs: 320 }}
          maxLength={LONGEST_NUMBER}
          label={t('checkLetter.number')}
          description={t('checkLetter.numberExample')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={number}
          error={isMissing && t('checkLetter.numberMissing')}
          autoComplete="off"
          onChange={({ currentTarget }) => setNumber(currentTarget.value)}
        />
        <DateField label={t('checkLetter.issuedOn')} value={issuedOn} onChange={(day) => setIssuedOn(day)} />
        <Button type="submit" mt={25} loading={isAsking}>
          {t('checkLetter.submit')}
        </Button>
      </Group>
    </form>
  );
}
