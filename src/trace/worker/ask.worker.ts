import { expose } from 'comlink';
import { holdHeartbeat } from '../../workers/workerHeartbeat.ts';
import { Questioner } from '../ask/askModel.ts';
import { runtimeFiles } from '../ask/runtimeFiles.ts';
import type { AskWorkerApi } from './probesProtocol.ts';

const questioner: AskWorkerApi = new Questioner(runtimeFiles);

expose(questioner);
holdHeartbeat(self.name);
