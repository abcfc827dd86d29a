/** Reads PDFs back with pdf.js, as any reader would. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface TextItem {
  text: string;
  x: number;
  /** From the upper edge, in points. */
  y: number;
}

export interface ReadPage {
  width: number;
  height: number;
  items: TextItem[];
  /** Everything on the page, words joined by single spaces. */
  text: string;
}

export async function readPages(bytes: Uint8Array): Promise<{ pages: ReadPage[]; outline: string[]; title: string }> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const content = await page.getTextContent();
    const items = content.items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [{ text: item.str, x: Number(item.transform[4]), y: height - Number(item.transform[5]) }]
        : [],
    );
    pages.push({
      width,
      height,
      items,
      text: items
        .map((item) => item.text)
        .join(' ')
        .replace(/\s+/g, ' '),
    });
  }
  const outline = (await pdf.getOutline()) ?? [];
  const metadata = await pdf.getMetadata();
  const info: { Title?: unknown } = metadata.info;
  await task.destroy();
  return { pages, outline: outline.map((item) => item.title), title: String(info.Title) };
}
