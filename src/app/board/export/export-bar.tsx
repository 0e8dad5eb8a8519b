// The ways of a screen of the board out of the browser: on paper, and as a file for a spreadsheet.
import { Printer, Sheet as SheetIcon } from 'lucide-react'
import { Button } from '../../../ui/button.tsx'
import { saveFile } from '../../files/save-file.ts'
import { type Sheet, toCsv } from '../../files/sheet.ts'
import { toXlsx } from '../../files/xlsx.ts'
import styles from './export.module.css'

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

interface ExportBarProps {
  /** What can be printed, each by its own button. */
  prints: readonly { label: string; print(): void }[]
  /** Of the files, without their ending. */
  name: string
  sheets(): Sheet[]
}

export const ExportBar = ({ prints, name, sheets }: ExportBarProps) => {
  const csv = (): void =>
    saveFile(new Blob([toCsv(...sheets())], { type: 'text/csv;charset=utf-8' }), `${name}.csv`)
  const xlsx = (): void => saveFile(new Blob([toXlsx(...sheets())], { type: xlsxType }), `${name}.xlsx`)
  return (
    <div className={styles.bar}>
      {prints.map(({ label, print }) => (
        <Button key={label} onClick={print}>
          <Printer aria-hidden="true" size={18} /> {label}
        </Button>
      ))}
      <Button onClick={xlsx}>
        <SheetIcon aria-hidden="true" size={18} /> XLSX
      </Button>
      <Button onClick={csv}>CSV</Button>
    </div>
  )
}
