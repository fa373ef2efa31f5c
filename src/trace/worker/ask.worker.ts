import { expose } from 'comlink';
import { holdLife } from '../../workers/life.ts';
import { Questioner } from '../ask/askModel.ts';
import { runtimeFiles } from '../ask/runtimeFiles.ts';
import type { AskWorkerApi } from './probesProtocol.ts';

const questioner: AskWorkerApi = new Questioner(runtimeFiles);

expose(questioner);
holdLife(self.name);
