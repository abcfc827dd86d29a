/** The checks that every company has. A later feature adds its file of checks here. */
import { companyChecks } from './company.ts';
import { customerChecks } from './customer.ts';
import { documentChecks } from './document.ts';
import { lineChecks } from './line.ts';
import { checkRegistry } from './registry.ts';
import { taxChecks } from './tax.ts';

export const builtinChecks = checkRegistry(customerChecks, lineChecks, documentChecks, taxChecks, companyChecks);
