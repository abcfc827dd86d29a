/** All commands, in the order of the work. */
import type { CommandSpec } from '../command.ts';
import { companyCommands } from './company.ts';
import { demoCommands } from './demo.ts';
import { fileCommands } from './file.ts';
import { importCommands } from './imports.ts';
import { invoiceCommands } from './invoices.ts';
import { lineCommands } from './lines.ts';
import { reviewCommands } from './review.ts';
import { runCommands } from './runs.ts';
import { seriesCommands } from './series.ts';

/** list, draft | review, show, approve, hold, exclude, reopen | finalise, produce, abandon: as a run goes. */
const bill = [...runCommands.slice(0, 2), ...reviewCommands, ...runCommands.slice(2)];

export const commands: readonly CommandSpec[] = [
  ...companyCommands,
  ...seriesCommands,
  ...importCommands,
  ...lineCommands,
  ...bill,
  ...invoiceCommands,
  ...fileCommands,
  ...demoCommands,
];
