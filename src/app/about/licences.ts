import { type LicenceList, licenceListFile, readLicenceList } from '../../core/licenceList.ts';

/** Fetches the list of licences that lies beside the page; null when it cannot be had. */
export async function fetchLicences(): Promise<LicenceList | null> {
  try {
    const reply = await fetch(licenceListFile);
    return reply.ok ? readLicenceList(await reply.text()) : null;
  } catch {
    return null;
  }
}
