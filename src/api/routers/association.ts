// Procedures of associations: the index of what can be done with them.
import { expose, router } from '#api/trpc.ts';
import { readChangedRows } from '#domain/associations/changed-rows.ts';
import {
  deleteAssociation,
  restoreAssociation,
  setAssociationOwner,
  setAssociationStage,
  setAssociationStatus,
} from '#domain/associations/commands.ts';
import {
  acceptSuggestion,
  createAssociation,
  keepMine,
  updateAssociation,
} from '#domain/associations/edit.ts';
import { findAssociations } from '#domain/associations/find.ts';
import { listAssociations } from '#domain/associations/list.ts';
import {
  getAssociation,
  getAssociationSource,
  listAssociationTypes,
  listTrash,
} from '#domain/associations/queries.ts';
import { listTimeline } from '#domain/timeline/list.ts';

export const associationRouter = router({
  list: expose(listAssociations),
  changedRows: expose(readChangedRows),
  find: expose(findAssociations),
  get: expose(getAssociation),
  source: expose(getAssociationSource),
  timeline: expose(listTimeline),
  types: expose(listAssociationTypes),
  trash: expose(listTrash),
  create: expose(createAssociation),
  update: expose(updateAssociation),
  acceptSuggestion: expose(acceptSuggestion),
  keepMine: expose(keepMine),
  setStatus: expose(setAssociationStatus),
  setStage: expose(setAssociationStage),
  setOwner: expose(setAssociationOwner),
  delete: expose(deleteAssociation),
  restore: expose(restoreAssociation),
});
