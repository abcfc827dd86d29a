/**
 * The user guide as pages for any browser, from resources/guide: `npm run guide` writes dist/guide/{fr,en}/index.html.
 *
 *   npm run guide                 the pages
 *   npm run guide -- --pictures   first takes over the pictures that the window tests made (`npm run test:e2e -- screens`)
 */
import './node-guard.mjs';
import fs from 'node:fs';
import { join } from 'node:path';
import { Marked } from 'marked';
import { anchorOf, parseChapter, readLink } from '../src/shared/guide/chapter.ts';
import { main, Plain, root, say } from './shell.mjs';

const LANGUAGES = { fr: 'Guide de Liasse', en: 'Liasse guide' };
const guide = join(root, 'resources/guide');
const taken = join(root, 'test-results/screens');

function chaptersIn(language) {
  return fs
    .readdirSync(join(guide, language))
    .filter((name) => name.endsWith('.md'))
    .map((name) => parseChapter(name.slice(0, -3), fs.readFileSync(join(guide, language, name), 'utf8')))
    .sort((a, b) => a.order - b.order);
}

/** The names of the pictures that the chapters show. */
const picturesOf = (chapters) =>
  new Set(chapters.flatMap(({ body }) => [...body.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, name]) => name)));

function takePictures() {
  let count = 0;
  for (const language of Object.keys(LANGUAGES)) {
    const folder = join(guide, 'pictures', language);
    fs.mkdirSync(folder, { recursive: true });
    for (const name of picturesOf(chaptersIn(language))) {
      const from = join(taken, `${name}-1280x800-light-${language}.png`);
      if (!fs.existsSync(from)) throw new Plain(`${from} is missing: run \`npm run test:e2e -- screens\` first.`);
      fs.copyFileSync(from, join(folder, `${name}.png`));
      count += 1;
    }
  }
  say(`${count} pictures taken over.`);
}

const STYLE = `
body{margin:0;font:15px/1.6 system-ui,sans-serif;color:#1c2326;background:#fff;display:grid;grid-template-columns:240px minmax(0,1fr)}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:24px 16px;border-right:1px solid #dfe4e6;box-sizing:border-box}
nav a{display:block;padding:4px 8px;color:#4b565b;text-decoration:none;border-radius:4px}nav a:hover{background:#eef2f3}
main{padding:24px 48px 96px;max-width:800px}h1{font-size:22px}h2{margin-top:56px;font-size:20px}h3{margin-top:28px;font-size:16px}h4{font-size:15px}
a{color:#0c6b79}img{max-width:100%;border:1px solid #dfe4e6;border-radius:4px}
code{padding:0 4px;border:1px solid #dfe4e6;border-radius:3px;background:#f5f7f8;font:inherit;font-size:.92em}
pre{padding:10px 12px;background:#f5f7f8;border:1px solid #dfe4e6;border-radius:4px;overflow:auto}pre code{border:0;padding:0}
blockquote{margin:0 0 12px;padding:8px 12px;background:#edf3fe;border-radius:4px}table{border-collapse:collapse}
th,td{text-align:left;vertical-align:top;padding:5px 14px 5px 0;border-bottom:1px solid #dfe4e6}
@media(max-width:800px){body{display:block}nav{position:static;height:auto;border-right:0;border-bottom:1px solid #dfe4e6}main{padding:24px 16px}}
@media(prefers-color-scheme:dark){body{background:#15191b;color:#e6eaec}nav,img,table,th,td{border-color:#333b3f}nav a{color:#aab4b9}nav a:hover,code,pre{background:#1e2427}a{color:#6fc3d0}blockquote{background:#1d2836}}
`;

function pageOf(language) {
  const chapters = chaptersIn(language);
  const htmlOf = (chapter) =>
    new Marked({
      renderer: {
        heading({ depth, text, tokens }) {
          const level = Math.min(6, depth + 1);
          return `<h${level} id="${chapter.slug}--${anchorOf(text)}">${this.parser.parseInline(tokens)}</h${level}>\n`;
        },
        link({ href, tokens }) {
          const words = this.parser.parseInline(tokens);
          const link = readLink(href);
          // A screen of the window is nothing that a browser could open.
          if (link.to !== 'chapter') return `<em>${words}</em>`;
          const slug = link.slug ?? chapter.slug;
          return `<a href="#${link.anchor === null ? slug : `${slug}--${link.anchor}`}">${words}</a>`;
        },
        image({ href, text }) {
          const there = fs.existsSync(join(guide, 'pictures', language, `${href}.png`));
          return there ? `<img src="pictures/${href}.png" alt="${text}" loading="lazy">` : `<em>${text}</em>`;
        },
        html: ({ text }) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
      },
    }).parse(chapter.body);
  const title = LANGUAGES[language];
  const contents = chapters.map(({ slug, title: name }) => `<a href="#${slug}">${name}</a>`).join('\n');
  const body = chapters
    .map((chapter) => `<h2 id="${chapter.slug}">${chapter.title}</h2>\n${htmlOf(chapter)}`)
    .join('\n');
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${STYLE}</style></head>
<body><nav>${contents}</nav><main><h1>${title}</h1>
${body}</main></body></html>
`;
}

await main(() => {
  if (process.argv.includes('--pictures')) takePictures();
  for (const language of Object.keys(LANGUAGES)) {
    const folder = join(root, 'dist/guide', language);
    fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(join(folder, 'index.html'), pageOf(language));
    const pictures = join(guide, 'pictures', language);
    if (fs.existsSync(pictures)) fs.cpSync(pictures, join(folder, 'pictures'), { recursive: true });
    say(join(folder, 'index.html'));
  }
  return 0;
});
