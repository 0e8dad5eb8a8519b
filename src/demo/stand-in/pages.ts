// The few pages of the stand-in АИС that a person sees.
import { html, raw } from 'hono/html'
import type { AisPage } from '../../domain/transfer/ais-page.ts'

const style = raw(`<style>
body{font:16px/1.45 system-ui,sans-serif;max-width:46rem;margin:3rem auto;padding:0 1rem;color:#17181c;background:#f1f1ed}
main{background:#fff;border:1px solid #dededa;border-radius:10px;padding:1.5rem 2rem}
button,a.button{font:inherit;min-height:48px;padding:0 1.25rem;border:0;border-radius:8px;background:#34409a;color:#fff;cursor:pointer}
input{font:inherit;min-height:44px;width:100%;box-sizing:border-box;border:1.5px solid #82837c;border-radius:8px;padding:0 .5rem}
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #dededa;padding:.35rem .5rem;text-align:left}
small{color:#474a52}</style>`)

const frame = (title: string, body: ReturnType<typeof html>) =>
  html`<!doctype html><html lang="ru"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title>${style}<main><h1>${title}</h1>${body}<p><small>Это учебная замена АИС СРО с выдуманной школой, не сама АИС.</small></p></main></html>`

export const loginPage = () => frame('АИС СРО (учебная замена)', html`<p>Система работает.</p>`)

/** One click opens a session for a quarter of an hour; no password is asked for, here or in the journal. */
export const sessionPage = (person: string, returnTo: string) =>
  frame(
    'Сессия АИС СРО на 15 минут',
    html`<p>Временный журнал внесёт ваши записи (${person}) в АИС СРО и прочитает их обратно.</p>
<form method="post" action="/session"><input type="hidden" name="person" value="${person}">
<input type="hidden" name="return" value="${returnTo}"><button>Открыть сессию</button></form>`,
  )

const slotRow = (lesson: string, [slot, text]: [string, string]) =>
  html`<tr><td><code>${slot.slice(lesson.length + 1)}</code></td><td>${text}</td></tr>`

export const journalPage = (pages: readonly AisPage[]) =>
  frame(
    'Что записано в АИС СРО',
    html`${
      pages.length === 0
        ? html`<p>Пока ничего.</p>`
        : pages.map(
            (page) =>
              html`<h2>${page.lesson}</h2><table>${Object.entries(page.slots).map((row) => slotRow(page.lesson, row))}</table>`,
          )
    }`,
  )

/** The switchboard of the demo; it lives on the hub's port, for the stand-in's own may be closed. */
export const controlPage = (down: boolean, baseUrl: string) =>
  frame(
    'Учебный сбой АИС СРО',
    html`<p>Сейчас АИС СРО <b>${down ? 'недоступна' : 'отвечает'}</b>.</p>
<form method="post" action="/__stand-in/outage"><input type="hidden" name="down" value="${down ? 'false' : 'true'}">
<button>${down ? 'Вернуть доступ' : 'Устроить сбой'}</button></form>
<p><a href="/">В журнал</a> · <a href="${baseUrl}/journal">Что записано в АИС СРО</a></p>
<h2>Правка в самой АИС</h2>
<p>Чтобы увидеть расхождение: запишите сюда другое значение клетки, которую журнал ещё не перенёс.</p>
<form method="post" action="/__stand-in/edit"><p><label>Урок<input name="lesson" placeholder="s12@2026-11-24"></label></p>
<p><label>Клетка<input name="slot" placeholder="s12@2026-11-24/topic"></label></p>
<p><label>Что записать<input name="text"></label></p><button>Записать в АИС</button></form>`,
  )
