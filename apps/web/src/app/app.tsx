import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { queryClient } from '../api/query-client.js';
import { i18n } from '../i18n/language.js';
import { SessionProvider } from '../session/session.provider.js';
import { Shell } from './shell.js';
import { readableGreys, theme } from './theme.js';

export function App() {
  return (
    <I18nextProvider i18n={i18n}>
      <Themed>
        <Notifications position="bottom-right" limit={3} />
        <QueryClientProvider client={queryClient}>
          <SessionProvider>
            <Shell />
          </SessionProvider>
        </QueryClientProvider>
      </Themed>
    </I18nextProvider>
  );
}

/** The theme, with a name for every button that only shows a cross: notices have no other place for one. */
function Themed({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const named = useMemo(() => {
    const defaultProps = { 'aria-label': t('actions.close') };
    return mergeThemeOverrides(theme, { components: { CloseButton: { defaultProps } } });
  }, [t]);
  return (
    <MantineProvider theme={named} cssVariablesResolver={readableGreys} defaultColorScheme="auto">
      {children}
    </MantineProvider>
  );
}
