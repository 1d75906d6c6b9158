// What every visitor needs before the first query, put here when the site is
// built: {manifest, files}, files being those that the manifest opens, as
// base64 by name. null reads them from the folder of the shards instead.
export const opening = null
