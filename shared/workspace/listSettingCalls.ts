import * as z from 'zod'
import { command, query } from '../core/call'
import { failure } from '../core/errors'
import { ListSetting } from './listSetting'

export const settingNameTaken = failure<{ name: string }>(
  'workspace/setting-name-taken',
  'Eine Ansicht mit dem Namen „{name}“ gibt es hier schon. Wählen Sie einen anderen Namen, oder löschen Sie zuerst die vorhandene.',
)
export const settingGone = failure(
  'workspace/setting-gone',
  'Diese Ansicht ist nicht mehr vorhanden. Sie wurde inzwischen gelöscht oder umbenannt.',
)

/** `<room>/<view>`, as in its address. */
const View = z.string().min(1).max(120)
const Name = z.string().trim().min(1).max(80)

/** How a user has arranged a list: what was last in use, and views with names. They belong to the user and never leave the file. */
export const listSettingCalls = {
  getListSettings: query({
    right: 'figures',
    input: z.object({ view: View }),
    output: z.object({ last: ListSetting.nullable(), named: z.array(z.object({ name: z.string(), setting: ListSetting })) }),
  }),
  /** `name` null: what is in use now. A view of that name is replaced. */
  keepListSetting: command({
    label: 'Ansicht merken',
    right: 'figures',
    input: z.object({ view: View, name: Name.nullable(), setting: ListSetting }),
    output: z.null(),
  }),
  renameListSetting: command({
    label: 'Ansicht umbenennen',
    right: 'figures',
    input: z.object({ view: View, from: Name, to: Name }),
    output: z.null(),
    raises: [settingNameTaken, settingGone],
  }),
  dropListSetting: command({
    label: 'Ansicht löschen',
    right: 'figures',
    input: z.object({ view: View, name: Name }),
    output: z.null(),
  }),
}
