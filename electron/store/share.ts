// Whether a folder lies on a network drive, where several PCs can reach it and SQLite's WAL cannot share memory.
import { realpathSync, statfsSync } from 'node:fs'

/**
 * File system types of Linux that are shares (`statfs.f_type`, linux/magic.h): NFS, SMB, CIFS, SMB2, 9P (virtual machines' shared
 * folders), Coda, AFS, Ceph, FUSE (sshfs, davfs, gvfs: none of them is a disk of this PC alone).
 */
const SHARES = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x73757245, 0x5346414f, 0x00c36400, 0x65735546])

/**
 * True for a folder on a share. Windows: its real path begins with `\\server\` (a mapped letter becomes that too); elsewhere by
 * the type of its file system.
 */
export function isOnShare(folder: string): boolean {
  const path = realpathSync.native(folder)
  return process.platform === 'win32' ? isSharePath(path) : SHARES.has(statfsSync(path).type >>> 0)
}

/** True for `\\server\share\…`, also in the long form `\\?\UNC\…`; `\\?\C:\…` is a local disk. */
export function isSharePath(path: string): boolean {
  return /^\\\\(?:\?\\UNC\\|(?![?.]\\))/i.test(path)
}
