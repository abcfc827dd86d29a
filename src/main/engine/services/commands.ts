/** The contract's commands. Each runs in one transaction of the writer, and its result is stored in it. */
import type { CommandName, Output, Parsed } from '#shared/contract/index.ts';
import { acceptRestoredCopy, saveCompany } from './companies.ts';
import type { WriteContext } from './context.ts';
import { forgetMap, renameMap, saveMap } from './imports/maps.ts';
import { createInvoice } from './issuing/manual.ts';
import { decideLines } from './lines.ts';
import { copySettings } from './office/copy-settings.ts';
import { archiveUser, changeSecret, configurePeople, resetUser, saveUser } from './people/users.ts';
import { tellApart } from './records/apart.ts';
import { bulkEditCustomers, bulkEditProducts } from './records/bulk.ts';
import { archiveField, reorderFields, saveField } from './records/fields.ts';
import { mergeCustomers } from './records/merge.ts';
import { saveCustomer, saveProduct } from './records/save.ts';
import { removeSegment, saveSegment } from './records/segments.ts';
import { removeTag, saveTag } from './records/tags.ts';
import { removeView, reorderViews, saveView } from './records/views.ts';
import { abandonRun, acceptFindings, createRun, decideDrafts } from './runs/decide.ts';
import { saveSeries } from './series.ts';
import { applyUndo } from './undo/apply.ts';

export const commands: { [N in CommandName]: (ctx: WriteContext, input: Parsed<N>) => Promise<Output<N>> } = {
  'user.save': saveUser,
  'user.archive': archiveUser,
  'user.changeSecret': changeSecret,
  'user.reset': resetUser,
  'people.configure': configurePeople,
  'company.update': saveCompany,
  'company.acceptRestoredCopy': acceptRestoredCopy,
  'series.save': saveSeries,
  'settings.copy': copySettings,
  'customer.save': saveCustomer,
  'product.save': saveProduct,
  'customer.bulkEdit': bulkEditCustomers,
  'product.bulkEdit': bulkEditProducts,
  'customer.merge': mergeCustomers,
  'customer.notDuplicates': tellApart,
  'field.save': saveField,
  'field.archive': archiveField,
  'field.reorder': reorderFields,
  'tag.save': saveTag,
  'tag.remove': removeTag,
  'segment.save': saveSegment,
  'segment.remove': removeSegment,
  'view.save': saveView,
  'view.remove': removeView,
  'view.reorder': reorderViews,
  'undo.apply': applyUndo,
  'line.decide': decideLines,
  'columnMap.save': saveMap,
  'columnMap.rename': renameMap,
  'columnMap.forget': forgetMap,
  'run.create': createRun,
  'run.decide': decideDrafts,
  'run.acceptFindings': acceptFindings,
  'run.abandon': abandonRun,
  'invoice.create': createInvoice,
};
