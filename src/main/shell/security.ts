/** What no page may do here, whatever it shows: leave, open windows, ask for devices, reach the network, download. */
import type { App, Session } from 'electron';
import { PROTOCOL } from '#shared/contract/shell.ts';
import { isOurPage } from './page-files.ts';

/** For every page that ever exists in this program. */
export function refuseByDefault(app: App, developmentServer: string | null): void {
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: { preventDefault: () => void; readonly url: string }) => {
      // Reloading the page itself is no departure (and how the live server refreshes it).
      if (!isOurPage(event.url, developmentServer) || !isOurPage(contents.getURL(), developmentServer)) {
        event.preventDefault();
      }
    };
    contents.on('will-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** For the session: no permission, no device, no download, no dictionary, no address but our own. */
export function lockSession(session: Session, developmentServer: string | null): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  const live = developmentServer === null ? null : new URL(developmentServer).host;
  session.webRequest.onBeforeRequest((details, answer) => {
    const address = new URL(details.url);
    const ours = [`${PROTOCOL}:`, 'blob:', 'data:', 'devtools:'].includes(address.protocol);
    answer({ cancel: !ours && !(live !== null && address.host === live) });
  });
}
