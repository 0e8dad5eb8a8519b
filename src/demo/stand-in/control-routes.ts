// The demo's switchboard on the hub's port: cause an outage, end it, edit АИС as a person would.
import { Hono } from 'hono'
import { controlPage } from './pages.ts'
import type { StandIn } from './stand-in.ts'

const isForm = (type: string | undefined): boolean => !(type ?? '').startsWith('application/json')

/** `changed` is told after the switch was turned, so that the watch may look at once. */
export const controlRoutes = (standIn: StandIn, changed: () => Promise<void>) => {
  const app = new Hono()
  app.get('/__stand-in', (c) => c.html(controlPage(standIn.isDown(), standIn.baseUrl())))
  app.get('/__stand-in/', (c) => c.redirect('/__stand-in'))
  app.post('/__stand-in/outage', async (c) => {
    const form = isForm(c.req.header('content-type'))
    const body: Record<string, unknown> = form ? await c.req.parseBody() : await c.req.json()
    if (String(body.down) === 'true') await standIn.down()
    else await standIn.up()
    await changed()
    return form ? c.redirect('/__stand-in', 303) : c.json({ down: standIn.isDown() })
  })
  app.post('/__stand-in/edit', async (c) => {
    const form = isForm(c.req.header('content-type'))
    const body: Record<string, unknown> = form ? await c.req.parseBody() : await c.req.json()
    const [lesson, slot, text] = [body.lesson, body.slot, body.text].map((field) =>
      String(field ?? '').trim(),
    )
    if (!lesson || !slot) return c.text('lesson and slot are needed', 400)
    standIn.book.write(lesson, { [slot]: text ?? '' }, 'человек в АИС')
    return form ? c.redirect('/__stand-in', 303) : c.json({ written: 1 })
  })
  return app
}
