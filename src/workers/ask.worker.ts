import { expose } from 'comlink';
import { Questioner } from '../lab/ask/askModel.ts';
import { runtimeFiles } from '../lab/ask/runtimeFiles.ts';
import { holdLife } from './life.ts';
import type { AskWorkerApi } from './probesProtocol.ts';

const questioner: AskWorkerApi = new Questioner(runtimeFiles);

expose(questioner);
holdLife(self.name);
