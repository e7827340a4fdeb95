import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyed } from '../../api/act-headers.js';
import { answer, api } from '../../api/client.js';
import { useActKey } from '../../api/use-act-key.js';
import { useOnce } from '../../api/use-once.js';
import { fieldsNamed } from '../../ui/fault-pointer.js';
import { FaultSummary } from '../../ui/fault-summary.js';
import { SubmitProblem } from '../../ui/submit-problem.js';

const LEAST = 12;
const EMPTY = { current: '', next: '', again: '' };

/** Gives the person another password; the current one shows that it is them. */
export function PasswordForm({ email }: { email: string }) {
  const { t } = useTranslation('account');
  const { form, changing } = usePasswordChange();
  const [tries, setTries] = useState(0);
  const fields = {
    current: { id: 'password-current', label: t('password.current') },
    next: { id: 'password-next', label: t('password.next') },
    again: { id: 'password-again', label: t('password.again') },
  };
  const refusable = fieldsNamed({ currentPassword: fields.current, newPassword: fields.next });
  const field = (name: keyof typeof EMPTY) => ({
    ...fields[name],
    ...form.getInputProps(name),
    maxLength: 200,
    'aria-invalid': form.errors[name] === undefined ? undefined : true,
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        (values) => changing.mutate(values),
        () => setTries(tries + 1),
      )}
    >
      <Stack>
        <Text>{t('password.text')}</Text>
        {changing.isError && <SubmitProblem error={changing.error} fieldOf={refusable} />}
        {tries > 0 && (
          <FaultSummary
            tries={tries}
            faults={(['current', 'next', 'again'] as const).flatMap((name) =>
              form.errors[name] === undefined ? [] : [fields[name]],
            )}
          />
        )}
        {/* For password stores, which keep a password under a name. */}
        <input type="email" value={email} readOnly hidden autoComplete="username" />
        <PasswordInput {...field('current')} autoComplete="current-password" />
        <PasswordInput {...field('next')} description={t('password.rule')} autoComplete="new-password" />
        <PasswordInput {...field('again')} autoComplete="new-password" />
        <Group>
          <Button type="submit" loading={changing.isPending}>
            {t('password.change')}
          </Button>
        </Group>
        <Text role="status">
          {changing.isSuccess && t('password.changed', { count: changing.data.endedSessions })}
        </Text>
      </Stack>
    </form>
  );
}

/** The form and the act; what was typed goes once the password is changed. */
function usePasswordChange() {
  const { t } = useTranslation('account');
  const key = useActKey();
  const form = useForm({
    initialValues: EMPTY,
    validate: {
      current: (value) => (value === '' ? t('password.currentMissing') : null),
      next: (value) => (value.length < LEAST ? t('password.tooShort') : null),
      again: (value, { next }) => (value === next ? null : t('password.differs')),
    },
  });
  const changing = useOnce({
    mutationFn: ({ current, next }: typeof EMPTY) => {
      const body = { currentPassword: current, newPassword: next };
      const header = keyed(key.of(body));
      return answer(api.POST('/api/v1/me/password', { params: { header }, body }));
    },
    onSuccess: () => {
      key.renew();
      form.setValues(EMPTY);
    },
  });
  return { form, changing };
}
