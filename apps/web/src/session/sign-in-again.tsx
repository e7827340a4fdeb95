import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Person, type Session } from './session.types.js';
import { SignInForm } from './sign-in.form.js';
import { Dialog } from '../ui/dialog.js';

/** Asks for the password over the page, so that nothing that was being entered there is lost. */
export function SignInAgain({ person, session }: { person: Person; session: Session }) {
  const { t } = useTranslation();
  return (
    <Dialog
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('signIn.again')}
      centered
    >
      <Stack>
        <Text>{t('signIn.againText')}</Text>
        <SignInForm signIn={session.signIn} email={person.email} onSignedIn={() => undefined} />
        <Button
          variant="subtle"
          onClick={() => void session.giveWay().then((heard) => heard && location.assign('/sign-in'))}
        >
          {t('signIn.asAnother')}
        </Button>
      </Stack>
    </Dialog>
  );
}
