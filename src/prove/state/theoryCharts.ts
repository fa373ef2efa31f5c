/** The page's way to the worker that draws the charts of the theory. */
export { drawCharts } from '../worker/theoryClient.ts';
