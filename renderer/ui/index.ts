// The building blocks of every room. A room brings content, never its own frame, table or colours.
export { ActButton, Button, IconButton, LinkButton } from './Button'
export { SelectField } from './choices'
export type { Column } from './columns'
export { Dialog } from './Dialog'
export { CheckField, NumberField, TextField } from './fields'
export { fieldText } from './fieldText'
export { HistoryList } from './HistoryList'
export { Icon, type IconName } from './Icon'
export { EmptyState, Loaded } from './Loaded'
export { Notice } from './Notice'
export { Panel } from './Panel'
export {
  ActionBar,
  Figures,
  FilterField,
  PrivacyMark,
  ProgressLine,
  SearchField,
  Section,
  Segmented,
  StateText,
  StepBar,
  Tabs,
  Toolbar,
} from './parts'
export { FormBar, FormFields, FormSection } from './RecordForm'
export { RecordPanel, type RecordPanelProps } from './RecordPanel'
export { RecordTable } from './RecordTable'
export { useRecordForm } from './useRecordForm'
export { ReferenceField } from './ReferenceField'
