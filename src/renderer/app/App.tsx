/** Providers around the window. */
// The order is the cascade's: ground, Mantine, Mantine in Liasse's sizes.
import '../styles/tokens.css';
import '../styles/base.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '../styles/mantine.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { queryClient } from '../api/query.ts';
import { Boundary } from './Boundary.tsx';
import { Frame } from './Frame.tsx';
import { useDark } from './preferences.ts';
import { cssVariables, theme } from './theme.ts';

export function App() {
  const dark = useDark((s) => s.dark);
  return (
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme={dark ? 'dark' : 'light'}>
        <QueryClientProvider client={queryClient}>
          <Notifications position="bottom-center" limit={3} containerWidth={480} />
          <Boundary>
            <Frame />
          </Boundary>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}
