// zod builds parsers with `new Function` unless told not to, which the content security policy forbids. Imported before anything parses.
import * as z from 'zod'

z.config({ jitless: true })
