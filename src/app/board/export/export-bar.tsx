// The ways of the board out of the browser: on paper, and as a file for a spreadsheet.
import { Printer, Sheet as SheetIcon } from 'lucide-react'
import type { BoardAnswer } from '../../../contract/board-schema.ts'
import { Button } from '../../../ui/button.tsx'
import { saveFile } from '../../files/save-file.ts'
import { toCsv } from '../../files/sheet.ts'
import { toXlsx } from '../../files/xlsx.ts'
import { boardHeadWords } from '../../messages/screens/board/head.ts'
import { clockTime } from '../../messages/time.ts'
import { boardSheets } from './board-sheet.ts'
import styles from './export.module.css'

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const ExportBar = ({ board }: { board: BoardAnswer }) => {
  const { serverTime, zone } = board
  const name = `svodka-${serverTime.slice(0, 10)}-${clockTime(serverTime, zone).replace(':', '-')}`
  const csv = (): void =>
    saveFile(new Blob([toCsv(...boardSheets(board))], { type: 'text/csv;charset=utf-8' }), `${name}.csv`)
  const xlsx = (): void =>
    saveFile(new Blob([toXlsx(...boardSheets(board))], { type: xlsxType }), `${name}.xlsx`)
  return (
    <div className={styles.bar}>
      <Button onClick={() => window.print()}>
        <Printer aria-hidden="true" size={18} /> {boardHeadWords.asOf(clockTime(serverTime, zone))}
      </Button>
      <Button onClick={xlsx}>
        <SheetIcon aria-hidden="true" size={18} /> XLSX
      </Button>
      <Button onClick={csv}>CSV</Button>
    </div>
  )
}
