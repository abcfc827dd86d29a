/** Language and theme of this computer. The shell keeps them; the page follows. */
import { create } from 'zustand';
import type { Preferences } from '#shared/contract/shell.ts';
import { onShellEvent, shell } from '../api/bridge.ts';

export const usePreferences = create<Preferences>(() => ({
  language: navigator.language.startsWith('fr') ? 'fr' : 'en',
  theme: 'system',
}));

const darkQuery = window.matchMedia('(prefers-color-scheme: dark)');

/** The theme with "as the system" decided. */
export const useDark = create<{ dark: boolean }>(() => ({ dark: darkQuery.matches }));

function apply({ language, theme }: Preferences): void {
  const dark = theme === 'dark' || (theme === 'system' && darkQuery.matches);
  useDark.setState({ dark });
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  document.documentElement.lang = language;
}

/** Changes at once what is seen, then tells the shell. */
export async function setPreferences(change: Partial<Preferences>): Promise<void> {
  const next = { ...usePreferences.getState(), ...change };
  usePreferences.setState(next);
  await shell('preferences.set', next);
}

/** Before the first picture, so that nothing flashes in the wrong colours or language. */
export async function startPreferences(): Promise<void> {
  usePreferences.subscribe(apply);
  darkQuery.addEventListener('change', () => apply(usePreferences.getState()));
  onShellEvent((event) => {
    if (event.event === 'preferences') usePreferences.setState(event.preferences);
  });
  try {
    usePreferences.setState(await shell('preferences.get', {}));
  } catch (error) {
    // The window works without them, in the system's language and theme.
    console.error('preferences', error);
    apply(usePreferences.getState());
  }
}
