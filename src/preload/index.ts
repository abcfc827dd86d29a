/** The only bridge between the page and the rest: `window.liasse`, exactly the contract's {@link LiasseBridge}. */
import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import { channels } from '#shared/contract/channels.ts';
import { contract } from '#shared/contract/index.ts';
import { type LiasseBridge, shellCalls, type WireReply } from '#shared/contract/shell.ts';

function refused(name: unknown): Promise<WireReply<never>> {
  return Promise.resolve({ ok: false, error: { code: 'call_refused', params: {}, detail: String(name) } });
}

/** Hands on what comes over a channel, without electron's event object, until the returned function is called. */
function subscribe<E>(channel: string, listener: (event: E) => void): () => void {
  const handler = (_event: IpcRendererEvent, event: E) => listener(event);
  ipcRenderer.on(channel, handler);
  return () => {
    ipcRenderer.off(channel, handler);
  };
}

const bridge: LiasseBridge = {
  engine: (name, input, commandId) =>
    Object.hasOwn(contract, name) ? ipcRenderer.invoke(channels.engine, name, input, commandId) : refused(name),
  shell: (call, input) =>
    Object.hasOwn(shellCalls, call) ? ipcRenderer.invoke(channels.shell, call, input) : refused(call),
  onEngineEvent: (listener) => subscribe(channels.engineEvent, listener),
  onShellEvent: (listener) => subscribe(channels.shellEvent, listener),
  pathOf: (file) => {
    // A File that the page makes itself has no path: what has one was dropped or chosen by a person.
    const path = file instanceof File ? webUtils.getPathForFile(file) : '';
    if (path !== '') ipcRenderer.send(channels.dropped, path);
    return path;
  },
};

contextBridge.exposeInMainWorld('liasse', bridge);
