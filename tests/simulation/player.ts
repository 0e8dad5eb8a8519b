// A process that plays: it is handed one task as JSON, answers its parent with what came of it, and ends.
import { playSchedules, type Task } from './play.ts'

const played = await playSchedules(JSON.parse(process.argv[2] ?? '') as Task)
if (process.send) process.send(played, () => process.exit(0))
