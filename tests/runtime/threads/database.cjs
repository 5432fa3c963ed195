const Database = require('better-sqlite3')

const key = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff' // of this test, for a file of no one's data

/** The encrypted file, by the SQLite that this runtime can load. */
module.exports = function openDatabase(file) {
  const database = new Database(file, { nativeBinding: process.env.KREISWERKBANK_SQLITE_BINDING })
  database.pragma("cipher = 'sqlcipher'")
  database.pragma('legacy = 4')
  database.pragma(`key = "x'${key}'"`)
  database.pragma('journal_mode = WAL')
  return database
}
