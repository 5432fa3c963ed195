import { expect, test } from 'vitest'
import { isOnShare, isSharePath } from '../../../electron/store/share'
import { temporaryFolder } from '../../fixtures/folder'

test('a path to a server is a share, a local disk in any notation is none', () => {
  for (const path of ['\\\\server\\share\\erlenmark.kwb', '\\\\?\\UNC\\server\\share', '\\\\10.0.0.1\\c$'])
    expect([path, isSharePath(path)]).toEqual([path, true])
  for (const path of ['C:\\Daten\\erlenmark.kwb', '\\\\?\\C:\\Daten', '\\\\.\\C:\\Daten', 'Z:\\', '/home/vogt'])
    expect([path, isSharePath(path)]).toEqual([path, false])
})

test('the temporary folder of this machine is none', () => {
  using folder = temporaryFolder()
  expect(isOnShare(folder.path)).toBe(false)
})
