// Builds what is stale before the stories: they run what people will run.
import { buildStale } from '../../src/commands/build.ts'

// Playwright asks for a function; it has no other way to name one.
// biome-ignore lint/style/noDefaultExport: the form that Playwright loads
export default buildStale
