/** The page's beginning: preferences first (so that nothing flashes), then the company, then the picture. */
import { createRoot } from 'react-dom/client';
import { startJobs } from '../api/jobs.ts';
import { startInvalidation } from '../api/query.ts';
import { App } from './App.tsx';
import { openGivenPath, startCommands } from './commands.ts';
import { startPreferences } from './preferences.ts';
import { refreshSession, startSession } from './session.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

startInvalidation();
startJobs();
startSession();
startCommands();
await startPreferences();
void refreshSession().then(openGivenPath);
createRoot(root).render(<App />);
