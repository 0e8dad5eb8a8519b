// What paper says above a screen: that it comes from the temporary journal (п. 1.3), of which school and when.
import { frameWords } from '../messages/screens/shell/frame.ts'
import { dateAndTime } from '../messages/time.ts'
import { useNow, useSchool } from '../runtime/use-runtime.ts'

export const PrintedHead = () => {
  const school = useSchool()
  const now = useNow()
  return <>{frameWords.printed(school?.name ?? null, dateAndTime(now, school?.zone ?? 'UTC'))}</>
}
