/** A name that every file system takes, from the county's: "Landkreis Grün" becomes "landkreis-gruen". */
export function folderNameFor(countyName: string): string {
  const plain: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }
  return countyName
    .toLowerCase()
    .replace(/[äöüß]/g, (sign) => plain[sign] ?? sign)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
}
