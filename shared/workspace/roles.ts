// What a role may do. The role stands in the keyring, sealed by the workspace's key; ipc asks here before every call.
import { allows, type Asked, type Right } from '../core/call'

/** Roles as architecture.md, "Rights of a call", bundles them; the words are the list `role`. */
export const ROLES = ['reader', 'dpo', 'editor', 'coordinator'] as const
export type Role = (typeof ROLES)[number]

const rights: Record<Role, Right> = {
  // Numbers without names.
  reader: 'figures',
  // Reads everywhere, the audit too, and edits nothing.
  dpo: 'read',
  editor: 'edit',
  coordinator: 'coordinate',
}

/** The right of a role in every room. A workspace opened to read only caps it: nobody can write into a backup. */
export function rightOf(role: Role, { isReadOnly }: { isReadOnly: boolean }): Right {
  const right = rights[role]
  return isReadOnly && (right === 'edit' || right === 'coordinate') ? 'read' : right
}

/** True if somebody of a role may do what asks for a right of a room, or see the audit. */
export function roleMay(role: Role, how: { isReadOnly: boolean }, asked: Asked): boolean {
  return asked === 'audit' ? role === 'dpo' || role === 'coordinator' : allows(rightOf(role, how), asked)
}
