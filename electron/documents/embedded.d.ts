// Files that the build takes into the code, as data URLs.
declare module '*?inline' {
  const dataUrl: string
  export default dataUrl
}
declare module '*?url&inline' {
  const dataUrl: string
  export default dataUrl
}
