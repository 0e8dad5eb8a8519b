// A teacher's outage that a deputy had entered with a reason is confirmed by it, from its opening on (п. 3.1).
import type { Kysely, Migration } from 'kysely'

interface Before {
  outage: { no: number; person: string | null; opened_at: string; confirmed_at: string | null }
  outage_event: { no: number; n: number; event: string }
}

export const confirmedByReason: Migration = {
  async up(db: Kysely<unknown>) {
    const known = db as Kysely<Before>
    const openings = await known
      .selectFrom('outage')
      .innerJoin('outage_event', 'outage_event.no', 'outage.no')
      .select(['outage.no', 'outage.opened_at', 'outage_event.event'])
      .where('outage.person', 'is not', null)
      .where('outage.confirmed_at', 'is', null)
      .where('outage_event.n', '=', 1)
      .execute()
    for (const { no, opened_at, event } of openings) {
      const { reason } = JSON.parse(event) as { reason?: string | null }
      // What intake opens by itself has none and waits for a deputy's word.
      if (reason == null) continue
      await known.updateTable('outage').set({ confirmed_at: opened_at }).where('no', '=', no).execute()
    }
  },
}
