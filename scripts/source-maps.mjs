import { setSourceMapsSupport } from 'node:module'

/** Errors name our own sources and lines. Maps of packages are left out: reading them all costs 20 MB and a tenth of the start. */
setSourceMapsSupport(true, { nodeModules: false, generatedCode: false })
