/** How far a company has come. */
export const stages = ['created', 'imported', 'drafted', 'approved', 'finalised', 'closed'] as const;
export type Stage = (typeof stages)[number];
