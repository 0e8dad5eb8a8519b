// What the keyboard of a lesson goes on from: the cell that Tab stops at, in the list or the grid; else the screen itself.

export const chosenCell = (): HTMLElement | null =>
  document.querySelector<HTMLElement>('[data-cell][tabindex="0"], [data-at][tabindex="0"]') ??
  document.getElementById('main')
