// What a tab and the worker of its second copy say to each other; one answer a request, by its id.
export interface CopyRequest {
  id: number
  op: 'append' | 'read' | 'readAll' | 'replace'
  text: string
}

export interface CopyAnswer {
  id: number
  ok: boolean
  text: string
}
