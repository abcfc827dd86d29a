/** Before a company is open: make one, open one, try the sample. */
import { useDesk } from '../../app/commands.ts';
import { CreateCompany } from './CreateCompany.tsx';
import { Welcome } from './Welcome.tsx';

export function StartScreen() {
  const creating = useDesk((s) => s.creating);
  return creating ? <CreateCompany /> : <Welcome />;
}
