/** The contract's commands. Each runs in one transaction of the writer, and its result is stored in it. */
import type { CommandName, Output, Parsed } from '#shared/contract/index.ts';
import { acceptRestoredCopy, saveCompany } from './companies.ts';
import type { WriteContext } from './context.ts';
import { saveCustomer } from './customers.ts';
import { forgetMap } from './imports/index.ts';
import { createInvoice } from './issuing/manual.ts';
import { decideLines } from './lines.ts';
import { saveProduct } from './products.ts';
import { abandonRun, acceptFindings, createRun, decideDrafts } from './runs/decide.ts';
import { saveSeries } from './series.ts';

export const commands: { [N in CommandName]: (ctx: WriteContext, input: Parsed<N>) => Promise<Output<N>> } = {
  'company.update': saveCompany,
  'company.acceptRestoredCopy': acceptRestoredCopy,
  'series.save': saveSeries,
  'customer.save': saveCustomer,
  'product.save': saveProduct,
  'line.decide': decideLines,
  'columnMap.forget': forgetMap,
  'run.create': createRun,
  'run.decide': decideDrafts,
  'run.acceptFindings': acceptFindings,
  'run.abandon': abandonRun,
  'invoice.create': createInvoice,
};
