// What the hub answers to one person is nobody else's: whoever works here has a cache of their own, gone with them.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'

// What is online by nature is asked again and again; a browser's word that it is offline stops nothing.
const newCache = (): QueryClient =>
  new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retry: false } } })

export const OwnAnswers = ({ children }: { children: ReactNode }) => {
  const [cache] = useState(newCache)
  return <QueryClientProvider client={cache}>{children}</QueryClientProvider>
}
