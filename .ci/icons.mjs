/**
 * Makes every icon from its one drawing: `node .ci/icons.mjs`. The drawings are resources/icons/*.svg; the results are committed, so
 * that packaging needs no screen. Electron draws each size from the SVG itself, which keeps small ones sharp.
 */
import './node-guard.mjs';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onScreen, resolveElectron, runnerArguments } from './electron.mjs';
import { main, root, run, say } from './shell.mjs';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
/** Apple's names of the sizes that hold a PNG: plain ones, and those drawn for screens of double density. */
const ICNS = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
];
const ICO = [16, 24, 32, 48, 64, 128, 256];
const icons = join(root, 'resources', 'icons');

/** Runs inside Electron: draws an SVG in every size and writes `<out>/<size>.png`. */
const PAINTER = `'use strict';
const { app, BrowserWindow } = require('electron');
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { drawings, sizes } = JSON.parse(process.env.LIASSE_ICONS);
app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  await window.loadURL('data:text/html,<meta charset=utf-8>');
  for (const { svg, out } of drawings) {
    const source = 'data:image/svg+xml;base64,' + readFileSync(svg).toString('base64');
    for (const size of sizes) {
      const png = await window.webContents.executeJavaScript(
        '(async () => { const image = new Image(); image.src = ' + JSON.stringify(source) + '; await image.decode();' +
        'const canvas = document.createElement("canvas"); canvas.width = canvas.height = ' + size + ';' +
        'const context = canvas.getContext("2d"); context.imageSmoothingQuality = "high";' +
        'context.drawImage(image, 0, 0, ' + size + ', ' + size + '); return canvas.toDataURL("image/png"); })()');
      writeFileSync(join(out, size + '.png'), Buffer.from(png.split(',')[1], 'base64'));
    }
  }
  app.exit(0);
}).catch((error) => { console.error(error); app.exit(1); });
`;

/** Windows' icon file: a directory of PNGs. A size of 256 is written as 0. */
function ico(pngs) {
  const head = Buffer.alloc(6 + 16 * pngs.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pngs.length, 4);
  let offset = head.length;
  for (const [index, { size, bytes }] of pngs.entries()) {
    const at = 6 + 16 * index;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(bytes.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += bytes.length;
  }
  return Buffer.concat([head, ...pngs.map(({ bytes }) => bytes)]);
}

/** Apple's icon file: named blocks of PNGs, lengths big-endian with their heads. */
function icns(blocks) {
  const parts = blocks.map(({ name, bytes }) => {
    const head = Buffer.alloc(8);
    head.write(name, 'ascii');
    head.writeUInt32BE(bytes.length + 8, 4);
    return Buffer.concat([head, bytes]);
  });
  const head = Buffer.alloc(8);
  head.write('icns', 'ascii');
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0), 4);
  return Buffer.concat([head, ...parts]);
}

await main(async () => {
  const electron = await resolveElectron();
  const folder = mkdtempSync(join(tmpdir(), 'liasse-icons-'));
  try {
    const drawings = ['liasse', 'document'].map((name) => ({
      name,
      svg: join(icons, `${name}.svg`),
      out: join(folder, name),
    }));
    for (const { out } of drawings) mkdirSync(out);
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'painter', version: '1.0.0', main: 'main.js' }));
    writeFileSync(join(folder, 'main.js'), PAINTER);
    const [command, args] = onScreen(electron.executable, [...runnerArguments(), folder]);
    const code = await run(command, args, { env: { LIASSE_ICONS: JSON.stringify({ drawings, sizes: SIZES }) } });
    if (code !== 0) return code;
    for (const { name, out } of drawings) {
      const png = (size) => readFileSync(join(out, `${size}.png`));
      const build = join(icons, 'build');
      mkdirSync(join(build, name), { recursive: true });
      writeFileSync(join(build, `${name}.ico`), ico(ICO.map((size) => ({ size, bytes: png(size) }))));
      writeFileSync(
        join(build, `${name}.icns`),
        icns(ICNS.map(([block, size]) => ({ name: block, bytes: png(size) }))),
      );
      // Linux takes a folder of sizes, each named by itself.
      for (const size of SIZES.filter((one) => one <= 512))
        writeFileSync(join(build, name, `${size}x${size}.png`), png(size));
    }
    writeFileSync(join(icons, 'liasse.png'), readFileSync(join(folder, 'liasse', '512.png')));
    say('Icons made in resources/icons/build.');
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
