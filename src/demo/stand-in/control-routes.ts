// The demo's switchboard on the hub's port: cause an outage, end it, edit АИС as a person would.
import { Hono } from 'hono'
import { controlPage } from './pages.ts'
import type { StandIn } from './stand-in.ts'

/** Fields of a form or of JSON, whatever the sender calls it: `curl -d '{"down":true}'` calls it a form. */
const readFields = (text: string): { json: boolean; fields: Record<string, unknown> } => {
  try {
    return { json: true, fields: JSON.parse(text) as Record<string, unknown> }
  } catch {
    return { json: false, fields: Object.fromEntries(new URLSearchParams(text)) }
  }
}

/** `changed` is told after the switch was turned, so that the watch may look at once. */
export const controlRoutes = (standIn: StandIn, changed: () => Promise<void>) => {
  const app = new Hono()
  app.get('/__stand-in', (c) => c.html(controlPage(standIn.isDown(), standIn.baseUrl())))
  app.get('/__stand-in/', (c) => c.redirect('/__stand-in'))
  app.post('/__stand-in/outage', async (c) => {
    const { json, fields } = readFields(await c.req.text())
    if (String(fields.down) === 'true') await standIn.down()
    else await standIn.up()
    await changed()
    return json ? c.json({ down: standIn.isDown() }) : c.redirect('/__stand-in', 303)
  })
  app.post('/__stand-in/edit', async (c) => {
    const { json, fields } = readFields(await c.req.text())
    const [lesson, slot, text] = [fields.lesson, fields.slot, fields.text].map((field) =>
      String(field ?? '').trim(),
    )
    if (!lesson || !slot) return c.text('lesson and slot are needed', 400)
    standIn.book.write(lesson, { [slot]: text ?? '' }, 'человек в АИС')
    return json ? c.json({ written: 1 }) : c.redirect('/__stand-in', 303)
  })
  return app
}
