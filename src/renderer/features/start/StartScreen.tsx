/** Before a company is open: make one, open one, try the sample, look over the office. */
import { useDesk } from '../../app/commands.ts';
import { OfficeScreen } from '../office/OfficeScreen.tsx';
import { Wizard } from '../wizard/Wizard.tsx';
import { Welcome } from './Welcome.tsx';

export function StartScreen() {
  const creating = useDesk((s) => s.creating);
  const office = useDesk((s) => s.office);
  if (creating) return <Wizard />;
  return office ? <OfficeScreen /> : <Welcome />;
}
