import { t } from '../../shared/i18n/text'
import { shell } from '../app/client'
import { failedFrom } from '../app/live'
import { useNotices } from '../app/noticeStore'

/** Saves a text that the user has seen into a folder that the user chooses; gives the sentence that says where, `null` if it was not saved. */
export function useTextFile(): (title: string, text: string) => Promise<string | null> {
  const { say } = useNotices()
  return async (title, text) => {
    try {
      const folder = await shell('chooseFolder', { purpose: 'output' })
      if (folder === null) return null
      const { name } = await shell('saveText', { folder: folder.token, title, text })
      const sentence = t('Als „{name}“ im Ordner „{folder}“ gespeichert.', { name, folder: folder.name })
      say('success', sentence)
      return sentence
    } catch (error) {
      say('error', failedFrom(error).sentence)
      return null
    }
  }
}
