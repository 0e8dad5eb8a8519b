// Plays schedules in a process of its own until one breaks a promise; run inside the copy that holds the bug.
import { simulate } from '../simulation/simulate.ts'

const { broken } = await simulate(Number(process.argv[2] ?? '100'), 1, 'fast', true)
if (broken[0] !== undefined) console.log(`broken at seed ${broken[0]}`)
