/** The little of selenium-webdriver 4.43 that is used here; it ships no types. */
declare module 'selenium-webdriver' {
  export class Capabilities {
    setBrowserName(name: string): this;
    set(key: string, value: unknown): this;
    get(key: string): unknown;
  }
  export interface WebElement {
    click(): Promise<void>;
    sendKeys(...keys: readonly string[]): Promise<void>;
  }
  export interface WebDriver {
    get(address: string): Promise<void>;
    getCapabilities(): Promise<Capabilities>;
    findElement(by: By): Promise<WebElement>;
    executeAsyncScript(script: string): Promise<unknown>;
    takeScreenshot(): Promise<string>;
    manage(): Options;
    actions(): Actions;
    quit(): Promise<void>;
  }
  export interface Options {
    setTimeouts(limits: { readonly script: number }): Promise<void>;
    window(): {
      setRect(rect: { readonly width: number; readonly height: number }): Promise<unknown>;
    };
  }
  export interface Actions {
    keyDown(key: string): this;
    keyUp(key: string): this;
    sendKeys(...keys: readonly string[]): this;
    perform(): Promise<void>;
  }
  export class By {
    static xpath(expression: string): By;
    private readonly using: string;
  }
  export class Builder {
    usingServer(address: string): this;
    withCapabilities(capabilities: Capabilities): this;
    build(): Promise<WebDriver>;
  }
  export const Key: Readonly<Record<string, string>>;
}
