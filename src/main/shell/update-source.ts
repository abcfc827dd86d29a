/** electron-updater for real: its feed set by us, its words kept out of any log, its network held to the feed's own address. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { session } from 'electron';
import { EngineError } from '#shared/model/error.ts';
import type { Updater } from './updates.ts';

/** The session that electron-updater uses for its requests, by the name it gives it. */
const SESSION = 'electron-updater';
/** Below the user's cache folder: what is being downloaded. */
const CACHE = 'liasse-updater';

interface Place {
  dataFolder: string;
  packaged: boolean;
  /** Where the packaged program's own files lie. */
  resources: string;
}

/** Loaded when first used: a program that never looks for updates never holds the library in memory. */
export async function realUpdater({ dataFolder, packaged, resources }: Place): Promise<Updater> {
  const { autoUpdater, CancellationToken } = await import('electron-updater');
  autoUpdater.logger = null;
  // It would name this installation to the feed by a number of its own. The roll-out is decided here, without it.
  autoUpdater.requestHeaders = { 'x-user-staging-id': '' };
  // Never from outside a package, unless it is being tried out.
  if (!packaged) autoUpdater.forceDevUpdateConfig = true;
  // The installers' own file names the publisher whose signature Windows asks for; without installer it has to be made.
  if (!existsSync(join(resources, 'app-update.yml'))) {
    const own = join(dataFolder, 'update-source.yml');
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(own, `provider: generic\nurl: http://127.0.0.1/\nupdaterCacheDirName: ${CACHE}\n`);
    autoUpdater.updateConfigPath = own;
  }
  let feedHost = '';
  session.fromPartition(SESSION, { cache: false }).webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: new URL(details.url).host !== feedHost });
  });
  return {
    get autoDownload() {
      return autoUpdater.autoDownload;
    },
    set autoDownload(value) {
      autoUpdater.autoDownload = value;
    },
    get autoInstallOnAppQuit() {
      return autoUpdater.autoInstallOnAppQuit;
    },
    set autoInstallOnAppQuit(value) {
      autoUpdater.autoInstallOnAppQuit = value;
    },
    get allowDowngrade() {
      return autoUpdater.allowDowngrade;
    },
    set allowDowngrade(value) {
      autoUpdater.allowDowngrade = value;
    },
    setFeed(feed) {
      feedHost = new URL(feed).host;
      autoUpdater.setFeedURL({ provider: 'generic', url: feed });
    },
    async check() {
      const result = await autoUpdater.checkForUpdates();
      // A program that was not installed by its installer (a folder, a system package) cannot replace itself.
      if (result === null) throw new EngineError('update_not_here');
      return result.isUpdateAvailable ? result.updateInfo : null;
    },
    download(onProgress) {
      const token = new CancellationToken();
      const listen = ({ transferred, total }: { transferred: number; total: number }) => onProgress(transferred, total);
      autoUpdater.on('download-progress', listen);
      const done = autoUpdater.downloadUpdate(token).finally(() => autoUpdater.off('download-progress', listen));
      return { done, cancel: () => token.cancel() };
    },
    install: (startAgain) => autoUpdater.quitAndInstall(!startAgain, startAgain),
  };
}
