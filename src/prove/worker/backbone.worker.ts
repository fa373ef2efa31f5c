import { ModelHost } from '../../models/modelHost.ts';
import { runtimeFiles } from '../../models/runtimeFiles.ts';
import { serveWorker } from '../../threads/serveWorker.ts';
import { backboneOn } from './backbone.ts';

serveWorker(backboneOn(new ModelHost(runtimeFiles)));
