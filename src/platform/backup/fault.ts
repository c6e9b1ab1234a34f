/** Why a backup was not made or not restored, in one line that an operator can act on. */
export class BackupFault extends Error {
  override name = 'BackupFault'
}
