// Speaks to a WebKit page through its own inspector: under WebDriver this engine keeps nothing from one life to the next.
import WebSocket from 'ws'
import { waitFor } from './engine.ts'

interface Reply {
  id?: number
  method?: string
  params?: { targetInfo?: { targetId: string; type: string }; newTargetId?: string; message?: string }
  result?: { result?: { value?: unknown; description?: string }; wasThrown?: boolean }
  error?: { message: string }
}

/** The page's socket, by the inspector's list of what it can inspect. */
const findPage = (address: string): Promise<string> =>
  waitFor('a page to inspect', async () => {
    const list = await (await fetch(`http://${address}/`)).text()
    return /\/socket\/\d+\/\d+\/WebPage/.exec(list)?.[0] ?? null
  })

export const inspect = async (address: string) => {
  const socket = new WebSocket(`ws://${address}${await findPage(address)}`)
  const waiting = new Map<number, (reply: Reply) => void>()
  let target = ''
  let last = 0
  socket.on('message', (data) => {
    const { method, params } = JSON.parse(String(data)) as Reply
    if (method === 'Target.targetCreated' && params?.targetInfo?.type === 'page') {
      target ||= params.targetInfo.targetId
    } else if (method === 'Target.didCommitProvisionalTarget') {
      target = params?.newTargetId ?? target
    } else if (method === 'Target.dispatchMessageFromTarget') {
      const reply = JSON.parse(params?.message ?? '{}') as Reply
      if (reply.id !== undefined) waiting.get(reply.id)?.(reply)
    }
  })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  await waitFor('the page as a target', async () => target || null)

  const evaluate = async <T>(expression: string): Promise<T> => {
    last += 1
    const id = last
    const params = { expression, returnByValue: true }
    const message = JSON.stringify({ id, method: 'Runtime.evaluate', params })
    const reply = await new Promise<Reply>((resolve, reject) => {
      const patience = setTimeout(() => reject(new Error('the page did not answer')), 5_000)
      waiting.set(id, (answer) => {
        clearTimeout(patience)
        resolve(answer)
      })
      const ask = { id, method: 'Target.sendMessageToTarget', params: { targetId: target, message } }
      socket.send(JSON.stringify(ask))
    })
    waiting.delete(id)
    if (reply.error) throw new Error(reply.error.message)
    if (reply.result?.wasThrown) throw new Error(reply.result.result?.description)
    return reply.result?.result?.value as T
  }
  return { evaluate, close: () => socket.terminate() }
}
