// The keys of the grid, for whoever asks with «?».
import { type KeyRow, KeyRows } from '../../../ui/key-rows.tsx'
import styles from './panel.module.css'

const rows: readonly KeyRow[] = [
  [['2', '–', '5'], 'отметка и вниз'],
  [['Н', 'О', 'В'], 'нет, опоздал, освобождён'],
  [['А', 'З', 'Т'], 'н/а, зачёт, точка'],
  [['+'], 'вторая отметка: 5 + 4'],
  [['Del'], 'снять значение'],
  [['Enter'], 'вниз'],
  [['Shift', '↓'], 'выделить, Ctrl A столбец'],
  [['Ctrl', 'C / V'], 'скопировать, вставить столбец'],
  [['Ctrl', 'Z'], 'отменить'],
  [['Home', 'End'], 'края строки, с Ctrl сетки'],
  [['F2'], 'что было в клетке'],
  [['Esc'], 'выйти из клетки'],
]

export const KeyList = () => (
  <section className={styles.keyList} aria-label="Клавиши">
    <h2>Клавиши</h2>
    <KeyRows rows={rows} />
  </section>
)
