// English, complete: a test collects every t('…'), label and error sentence and names what is missing here or used nowhere.
export const english: Readonly<Record<string, string>> = {}
