// Over what a schedule is played: the fast twins in memory, or the real databases that they stand for.
export type Doubles = 'fast' | 'real'
