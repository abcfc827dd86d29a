/** The rules of WCAG 2.2 A and AA as axe-core checks them, in the real window. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare global {
  interface Window {
    axe: { run(context: object, options: object): Promise<AxeResults> };
  }
}

/** What axe finds serious or critical on the present screen, a sentence each. */
export async function axeFaults(page: Page): Promise<string[]> {
  // The program's own policy lets no script in: the driver's door does, once a page.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(
      // The options of an open list scroll under the arrow keys of their field.
      { exclude: ['canvas', '.mantine-Popover-dropdown .mantine-ScrollArea-viewport'] },
      {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        resultTypes: ['violations'],
      },
    );
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, help, nodes }) =>
        nodes.slice(0, 5).map(({ html, failureSummary }) => {
          const why = failureSummary?.split('\n').slice(1, 2).join(' ').trim().slice(0, 160) ?? '';
          return `axe ${id}: ${help} ${html.slice(0, 140)} ${why}`;
        }),
      );
  });
}
