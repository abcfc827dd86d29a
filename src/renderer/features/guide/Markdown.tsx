/** Markdown of the guide as elements of the page: nothing in it is ever taken as HTML. */
import { marked, type Token, type Tokens } from 'marked';
import { Fragment, type ReactNode, useMemo } from 'react';
import { anchorOf } from '#shared/guide/chapter.ts';
import css from './guide.module.css';

export interface MarkdownProps {
  text: string;
  /** Headings begin at this level: the page above has its own. */
  level: 2 | 3;
  /** An address for a picture's name; without one its words stand there. */
  picture(name: string): string | undefined;
  onLink(href: string): void;
}

type Render = Omit<MarkdownProps, 'text'>;

export function Markdown({ text, ...render }: MarkdownProps) {
  const tokens = useMemo(() => marked.lexer(text), [text]);
  return <>{tokens.map((token, at) => block(token, at, render))}</>;
}

function block(token: Token, key: number, render: Render): ReactNode {
  // Reason for the casts in this file: the lexer's union is open (extensions may add kinds), so `type` does not narrow it.
  switch (token.type) {
    case 'heading': {
      const { depth, text, tokens } = token as Tokens.Heading;
      const level = Math.min(6, depth - 1 + (render.level - 1));
      const Head = (['h2', 'h3', 'h4', 'h5', 'h6'] as const)[level - 2] ?? 'h2';
      return (
        <Head key={key} id={`guide-${anchorOf(text)}`} tabIndex={-1}>
          {inline(tokens, render)}
        </Head>
      );
    }
    case 'paragraph': {
      const { tokens } = token as Tokens.Paragraph;
      const [only] = tokens;
      if (tokens.length === 1 && only?.type === 'image') return <Fragment key={key}>{inline(tokens, render)}</Fragment>;
      return <p key={key}>{inline(tokens, render)}</p>;
    }
    case 'list': {
      const { ordered, items, start } = token as Tokens.List;
      const list = items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text that never changes
        <li key={at}>{item.tokens.map((inner, n) => block(inner, n, render))}</li>
      ));
      return ordered ? (
        <ol key={key} start={start === '' ? 1 : start}>
          {list}
        </ol>
      ) : (
        <ul key={key}>{list}</ul>
      );
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      return (
        <div key={key} className={css['table']}>
          <table>
            <thead>
              <tr>
                {header.map((cell) => (
                  <th key={cell.text} scope="col">
                    {inline(cell.tokens, render)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.map((cell) => cell.text).join('|')}>
                  {row.map((cell, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a text that never changes
                    <td key={at}>{inline(cell.tokens, render)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    }
    case 'blockquote':
      return (
        <blockquote key={key}>
          {(token as Tokens.Blockquote).tokens.map((inner, at) => block(inner, at, render))}
        </blockquote>
      );
    case 'code':
      return (
        <pre key={key}>
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      );
    case 'text': {
      const { tokens, text } = token as Tokens.Text;
      return <Fragment key={key}>{tokens ? inline(tokens, render) : text}</Fragment>;
    }
    default:
      return null;
  }
}

function inline(tokens: readonly Token[], render: Render): ReactNode {
  return tokens.map((token, key) => {
    switch (token.type) {
      case 'strong':
        // biome-ignore lint/suspicious/noArrayIndexKey: a text that never changes
        return <strong key={key}>{inline((token as Tokens.Strong).tokens, render)}</strong>;
      case 'em':
        // biome-ignore lint/suspicious/noArrayIndexKey: a text that never changes
        return <em key={key}>{inline((token as Tokens.Em).tokens, render)}</em>;
      case 'codespan':
        // biome-ignore lint/suspicious/noArrayIndexKey: a text that never changes
        return <kbd key={key}>{(token as Tokens.Codespan).text}</kbd>;
      case 'link': {
        const { href, tokens: words } = token as Tokens.Link;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text that never changes
          <button key={key} type="button" className={css['link']} onClick={() => render.onLink(href)}>
            {inline(words, render)}
          </button>
        );
      }
      case 'image': {
        const { href, text } = token as Tokens.Image;
        const address = render.picture(href);
        return address === undefined ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text that never changes
          <em key={key}>{text}</em>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text that never changes
          <img key={key} src={address} alt={text} className={css['picture']} loading="lazy" />
        );
      }
      default:
        return unescaped(token);
    }
  });
}

/** The lexer writes five signs as HTML would need them; the page does that itself. */
const unescaped = (token: Token): string =>
  ('text' in token && typeof token.text === 'string' ? token.text : token.raw)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
