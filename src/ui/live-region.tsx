// Speaks to a screen reader: calmly, or at once where something was not saved.

export const LiveRegion = ({ polite, assertive }: { polite: string; assertive?: string }) => (
  <>
    <div role="status" className="visually-hidden">
      {polite}
    </div>
    <div role="alert" className="visually-hidden">
      {assertive}
    </div>
  </>
)
