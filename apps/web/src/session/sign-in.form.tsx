import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useOnce } from '../api/use-once.js';
import { SubmitProblem } from '../ui/submit-problem.js';
import { type Person, type Session } from './session.types.js';

interface Props {
  signIn: Session['signIn'];
  /** Given when it is known who signs in again. */
  email?: string;
  onSignedIn: (person: Person) => void;
}

export function SignInForm({ signIn, email = '', onSignedIn }: Props) {
  const { t } = useTranslation();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email, password: '' },
    validate: {
      email: (value) => (value.trim() === '' ? t('signIn.emailMissing') : null),
      password: (value) => (value === '' ? t('signIn.passwordMissing') : null),
    },
  });
  const entering = useOnce({ mutationFn: signIn, onSuccess: onSignedIn });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        (values) => entering.mutate({ ...values, email: values.email.trim() }),
        (faults) => form.getInputNode(Object.keys(faults)[0] ?? 'email')?.focus(),
      )}
    >
      <Stack gap="md">
        {entering.isError && <SubmitProblem error={entering.error} />}
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          readOnly={email !== ''}
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          data-autofocus={email === '' ? undefined : true}
          aria-invalid={form.errors['password'] === undefined ? undefined : true}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={entering.isPending}>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  );
}
